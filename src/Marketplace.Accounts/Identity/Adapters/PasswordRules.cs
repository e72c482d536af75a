using System.Collections.Frozen;
using Marketplace.Accounts.Identity.Model;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Accounts.Identity.Adapters;

/// <summary>Refuses passwords that are guessed first: well-known ones, and the person's own name or address.</summary>
internal sealed class PasswordRules : IPasswordValidator<Person>
{
    public const int MinimumLength = 10;
    public const int MaximumLength = 128;

    /// <summary>Of published lists of leaked passwords, those long enough to pass the first rule.</summary>
    private static readonly FrozenSet<string> Common = new[]
    {
        "1234567890", "12345678910", "0987654321", "0123456789", "1q2w3e4r5t", "1qaz2wsx3edc", "qwertyuiop",
        "qwerty12345", "qwerty123456", "qwertyuiop123", "asdfghjkl123", "zxcvbnm123", "password12", "password123",
        "password1234", "password12345", "passw0rd123", "p@ssword123", "p@ssw0rd123", "administrator", "admin12345",
        "letmein123", "welcome123", "welcome1234", "iloveyou12", "iloveyou123", "sunshine123", "princess123",
        "football123", "baseball123", "superman123", "starwars123", "monkey1234", "dragon1234", "michael123",
        "charlie123", "changeme123", "changeme1234", "trustno1234", "abcdefghij", "abcd123456", "abc1234567",
        "aa12345678", "a123456789", "q123456789", "1234567891", "1029384756", "9876543210", "7777777777",
        "1111111111", "0000000000", "1234512345", "123123123123", "11223344556", "qazwsxedcrfv", "1q2w3e4r5t6y",
        "marketplace", "marketplace1", "marketplace123",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(Find(user, password ?? "") is { } words
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordRules", Description = words })
            : IdentityResult.Success);

    private static string? Find(Person person, string password)
    {
        if (password.Length > MaximumLength) return "Use at most 128 characters.";
        if (Common.Contains(password)) return "This password is on every attacker's list. Choose another one.";
        var own = (string[])[person.Email ?? "", (person.Email ?? "").Split('@')[0], person.Name];
        return own.Any(o => o.Length >= MinimumLength - 2 && password.Contains(o, StringComparison.OrdinalIgnoreCase))
            ? "Your name or mail address is the first thing that is tried. Choose another password."
            : null;
    }
}
