using Marketplace.Accounts.Identity.Model;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Accounts.Identity.Adapters;

/// <summary>Refuses passwords that are guessed first: well-known ones, and the person's own name or address.</summary>
internal sealed class PasswordRules : IPasswordValidator<Person>
{
    public const int MinimumLength = 10;
    public const int MaximumLength = 128;

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(Find(user, password ?? "") is { } words
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordRules", Description = words })
            : IdentityResult.Success);

    private static string? Find(Person person, string password)
    {
        if (password.Length > MaximumLength) return "Use at most 128 characters.";
        if (CommonPasswords.Contains(password) || password.Contains("marketplace", StringComparison.OrdinalIgnoreCase))
            return "This password, or one very like it, is on lists of leaked passwords that attackers try first. "
                + "Choose another one: three or four words that do not belong together are good.";
        var own = (string[])[person.Email ?? "", (person.Email ?? "").Split('@')[0], person.Name];
        return own.Any(o => o.Length >= MinimumLength - 2 && password.Contains(o, StringComparison.OrdinalIgnoreCase))
            ? "Your name or mail address is the first thing that is tried. Choose another password."
            : null;
    }
}
