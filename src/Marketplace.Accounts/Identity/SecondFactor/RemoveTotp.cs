using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.SecondFactor;

/// <summary>Forgets the authenticator app; other sessions end. Error: second-factor.none.</summary>
[Person, Fresh]
public sealed record RemoveTotp : ICommand<Result>, IPlatformTransaction;

/// <summary>Ten new codes, shown this once; the old ones are worth nothing. Error: second-factor.none.</summary>
[Person, Fresh]
public sealed record RenewRecoveryCodes : ICommand<Result<IReadOnlyList<string>>>, IPlatformTransaction;

internal sealed class RemoveTotpHandler(PlatformDb db, CallerAccessor caller, FactorChange change)
    : ICommandHandler<RemoveTotp, Result>
{
    public async ValueTask<Result> Handle(RemoveTotp command, CancellationToken cancellationToken)
    {
        var personId = caller.Caller.PersonId;
        var person = await db.People.SingleAsync(p => p.Id == personId, cancellationToken);
        if (person.TotpSecret is null) return IdentityErrors.NoSecondFactor;
        (person.TotpSecret, person.TotpPending, person.TotpSinceUtc) = (null, null, null);
        var isLast = !await db.Passkeys.AnyAsync(k => k.UserId == personId, cancellationToken);
        return await change.RemovedAsync(person, "your authenticator app", "person.app-removed", isLast, cancellationToken);
    }
}

internal sealed class RenewRecoveryCodesHandler(
    PlatformDb db, CallerAccessor caller, RecoveryCodes recovery, Kernel.Audit.AuditTrail audit)
    : ICommandHandler<RenewRecoveryCodes, Result<IReadOnlyList<string>>>
{
    public async ValueTask<Result<IReadOnlyList<string>>> Handle(
        RenewRecoveryCodes command, CancellationToken cancellationToken)
    {
        var (personId, passkeys) = (caller.Caller.PersonId!, db.Passkeys);
        if (!await db.People.AnyAsync(
                p => p.Id == personId && (p.TotpSecret != null || passkeys.Any(k => k.UserId == p.Id)), cancellationToken))
            return IdentityErrors.NoSecondFactor;
        audit.Note(db, "person.recovery-codes-renewed", "person", personId, "");
        return Result<IReadOnlyList<string>>.Success(await recovery.RenewAsync(personId, cancellationToken));
    }
}
