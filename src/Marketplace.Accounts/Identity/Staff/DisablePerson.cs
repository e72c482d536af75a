using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Identity.Sessions;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Staff;

/// <summary>
/// Ends every session of a person and lets them sign in no more, or lets them again.
/// Errors: person.not-found, staff.last-owner.
/// </summary>
[Admin(AdminPermissions.People)]
public sealed record DisablePerson(string PersonId, bool Disabled, string Reason) : ICommand<Result>, IPlatformTransaction;

internal sealed class DisablePersonHandler(
    PlatformDb db, SessionKeeping sessions, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<DisablePerson, Result>
{
    public async ValueTask<Result> Handle(DisablePerson command, CancellationToken cancellationToken)
    {
        var person = await db.People.SingleOrDefaultAsync(p => p.Id == command.PersonId, cancellationToken);
        if (person is null) return IdentityErrors.NoSuchPerson;
        if (command.Disabled && person.AdminRole == AdminRole.Owner && !await db.People.AnyAsync(
                p => p.Id != person.Id && p.AdminRole == AdminRole.Owner && p.DisabledAtUtc == null, cancellationToken))
            return IdentityErrors.LastAdmin;
        person.DisabledAtUtc = command.Disabled ? clock.GetUtcNow().UtcDateTime : null;
        await sessions.KeepOnlyAsync(person, null, secondFactor: null, cancellationToken);
        audit.Note(
            db, command.Disabled ? "person.disabled" : "person.enabled", "person", person.Id,
            command.Reason.Length > 500 ? command.Reason[..500] : command.Reason);
        return Result.Success();
    }
}
