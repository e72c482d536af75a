using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;

namespace Marketplace.Accounts.Identity.Keys;

/// <summary>What the keys of shops and of staff have in common.</summary>
internal sealed class KeyMaker(PlatformDb db, CallerAccessor caller, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Working keys of one shop, and of the staff.</summary>
    public const int Most = 20;

    /// <param name="tenantId">The shop, or <see cref="ApiKey.OfStaff"/>.</param>
    /// <param name="scopes">In the order in which they are offered.</param>
    public NewApiKey Make(string tenantId, string name, IEnumerable<string> scopes, DateTime? untilUtc = null)
    {
        var (token, prefix) = KeyToken.New();
        var key = new ApiKey
        {
            Id = Ids.New(clock), TenantId = tenantId, Name = name.Trim(), Prefix = prefix, Hash = OneTimeToken.HashOf(token),
            Scopes = [.. scopes], MadeById = caller.Caller.PersonId!, AtUtc = clock.GetUtcNow().UtcDateTime, UntilUtc = untilUtc,
        };
        db.ApiKeys.Add(key);
        audit.Note(
            db, "api-key.made", "api-key", key.Id, $"{key.Name} ({prefix}): {string.Join(", ", key.Scopes)}",
            tenantId == ApiKey.OfStaff ? null : tenantId);
        return new NewApiKey(key.Id, token);
    }
}

internal static class KeyRules
{
    public static void IsKeyName<T>(this IRuleBuilderInitial<T, string> name) => name
        .Must(n => n.Trim() != "").WithMessage("Give the key a name that says what uses it.")
        .MaximumLength(60).WithMessage("A name has at most 60 characters.");

    public static void AreKeyScopes<T>(this IRuleBuilderInitial<T, IReadOnlyList<string>> scopes, IEnumerable<string> offered) => scopes
        .NotEmpty().WithMessage("Choose at least one thing that the key may do.")
        .Must(s => s.All(offered.Contains)).WithMessage("Choose from what is offered.");
}
