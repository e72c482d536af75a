using Marketplace.Accounts.Identity.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Accounts.Identity.Adapters;

internal static class IdentitySetup
{
    /// <summary>OWASP's figure for PBKDF2 with SHA-512, which is what Identity's third format uses.</summary>
    public const int PasswordRounds = 210_000;

    public static void AddIdentityParts(this IServiceCollection services)
    {
        services.AddIdentityCore<Person>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.User.AllowedUserNameCharacters = "";
            // NIST 800-63B: length counts, rules of composition do not.
            options.Password.RequiredLength = PasswordRules.MinimumLength;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.Password.RequiredUniqueChars = 4;
        }).AddUserStore<PersonStore>().AddPasswordValidator<PasswordRules>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = PasswordRounds);
    }
}
