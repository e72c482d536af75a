using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Identity.Passkeys;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Accounts.Identity.SecondFactor;

/// <summary>How the signed-in person's account is guarded.</summary>
[Person]
public sealed record GetMySecurity : IQuery<Result<MySecurity>>;

/// <param name="HasPassword">False for those who came by another site's account.</param>
/// <param name="IsProven">This session began with, or got, a second factor.</param>
/// <param name="IsRequired">The platform demands one of this person: staff, or owner of a shop.</param>
/// <param name="IsFresh">They have shown in the last minutes that it is them: nothing here asks again.</param>
/// <param name="Linked">Names of sites whose account opens this one: google.</param>
public sealed record MySecurity(
    bool HasPassword, DateTime? AppSinceUtc, IReadOnlyList<MyPasskey> Passkeys, int RecoveryCodesLeft, bool IsProven,
    bool IsRequired, bool IsFresh, IReadOnlyList<string> Linked)
{
    public bool HasSecondFactor => AppSinceUtc is not null || Passkeys.Count > 0;
}

internal sealed class GetMySecurityHandler(
    PlatformDb db, CallerAccessor caller, RecoveryCodes recovery, IOptions<SecurityOptions> options, TimeProvider clock)
    : IQueryHandler<GetMySecurity, Result<MySecurity>>
{
    public async ValueTask<Result<MySecurity>> Handle(GetMySecurity query, CancellationToken cancellationToken)
    {
        var (personId, sessionId) = (caller.Caller.PersonId!, caller.Caller.SessionId);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, cancellationToken);
        var keys = await db.Passkeys.AsNoTracking().Where(k => k.UserId == personId).ToListAsync(cancellationToken);
        var linked = await db.Logins.Where(l => l.UserId == personId).Select(l => l.LoginProvider).Distinct().OrderBy(l => l).Take(10)
            .ToListAsync(cancellationToken);
        var proven = await db.Sessions.AnyAsync(s => s.Id == sessionId && s.SecondFactor, cancellationToken);
        var required = options.Value.SecondFactorRequired && (person.AdminRole is not null
            || await db.Memberships.AnyAsync(m => m.PersonId == personId && m.Role == SellerRole.Owner, cancellationToken));
        return new MySecurity(
            person.PasswordHash is not null, person.TotpSinceUtc,
            [.. keys.OrderBy(k => k.Data.CreatedAt).Select(k => new MyPasskey(
                Convert.ToHexStringLower(k.CredentialId), k.Data.Name ?? "", k.Data.CreatedAt.UtcDateTime))],
            await recovery.CountLeftAsync(personId, cancellationToken), proven, required,
            caller.Caller.IsFreshAt(clock.GetUtcNow().UtcDateTime), linked);
    }
}
