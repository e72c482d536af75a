using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Accounts.Identity.Model;

/// <summary>
/// Somebody who can sign in: a buyer always, member of sellers and staff of the platform perhaps. The concurrency
/// stamp of Identity stands in for a version; the security stamp is in every session, so that changing it ends them.
/// </summary>
internal sealed class Person : IdentityUser<string>, IPlatformRow
{
    public required string Name { get; set; }

    /// <summary>Whose cart and orders these are. Never changes.</summary>
    public required string BuyerId { get; init; }

    public AdminRole? AdminRole { get; set; }

    public required string Locale { get; set; }

    public required DateTime JoinedAtUtc { get; init; }

    public DateTime? LastSeenAtUtc { get; set; }

    /// <summary>Set by an admin: signs in no more, and every session ends.</summary>
    public DateTime? DisabledAtUtc { get; set; }

    /// <summary>What the codes of the authenticator app are made from, sealed; null without one.</summary>
    public string? TotpSecret { get; set; }

    public DateTime? TotpSinceUtc { get; set; }

    /// <summary>The half minute of the last code taken: it and earlier ones are refused.</summary>
    public long TotpLastStep { get; set; }

    /// <summary>Shown as a picture and not yet confirmed by a code, sealed.</summary>
    public string? TotpPending { get; set; }
}

internal sealed class PersonClaim : IdentityUserClaim<string>, IPlatformRow;

internal sealed class PersonLogin : IdentityUserLogin<string>, IPlatformRow;

internal sealed class PersonToken : IdentityUserToken<string>, IPlatformRow;

internal sealed class PersonPasskey : IdentityUserPasskey<string>, IPlatformRow;
