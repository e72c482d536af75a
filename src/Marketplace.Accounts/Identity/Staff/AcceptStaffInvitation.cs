using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Accounts.Identity.Staff;

/// <summary>What an invitation's link offers. Error: invitation.not-found.</summary>
[Anyone]
public sealed record GetStaffInvitation(string Token) : IQuery<Result<OfferedStaffPlace>>;

public sealed record OfferedStaffPlace(AdminRole Role, string Email);

/// <summary>
/// Takes the place, once, with the account that has the address invited. The invitation is worth nothing once whoever
/// made it may no longer make any. Errors: invitation.not-found, staff.other-address, staff.already.
/// </summary>
[Person]
public sealed record AcceptStaffInvitation(string Token) : ICommand<Result>, IPlatformTransaction;

internal sealed class AcceptStaffInvitationHandlers(
    PlatformDb db, CallerAccessor caller, ILookupNormalizer normalizer, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<AcceptStaffInvitation, Result>, IQueryHandler<GetStaffInvitation, Result<OfferedStaffPlace>>
{
    public async ValueTask<Result<OfferedStaffPlace>> Handle(GetStaffInvitation query, CancellationToken cancellationToken) =>
        await Open(query.Token).Select(i => new OfferedStaffPlace(i.Role, i.Email)).SingleOrDefaultAsync(cancellationToken)
            is { } offered ? offered : IdentityErrors.NoInvitation;

    public async ValueTask<Result> Handle(AcceptStaffInvitation command, CancellationToken cancellationToken)
    {
        var (personId, now) = (caller.Caller.PersonId!, clock.GetUtcNow().UtcDateTime);
        var person = await db.People.SingleAsync(p => p.Id == personId, cancellationToken);
        var offered = await Open(command.Token).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (offered is null) return IdentityErrors.NoInvitation;
        if (person.NormalizedEmail != normalizer.NormalizeEmail(offered.Email)) return IdentityErrors.NotForYou;
        if (person.AdminRole is not null) return IdentityErrors.AlreadyStaff;
        var taken = await Open(command.Token).ExecuteUpdateAsync(
            s => s.SetProperty(i => i.EndedAtUtc, now).SetProperty(i => i.AcceptedById, personId), cancellationToken);
        if (taken == 0) return IdentityErrors.NoInvitation;
        (person.AdminRole, person.ConcurrencyStamp) = (offered.Role, Guid.NewGuid().ToString());
        audit.Note(db, "staff.joined", "person", personId, $"as {offered.Role}");
        return Result.Success();
    }

    private IQueryable<StaffInvitation> Open(string token)
    {
        var (hash, now, people) = (OneTimeToken.HashOf(token), clock.GetUtcNow().UtcDateTime, db.People);
        return db.StaffInvitations.Where(i => i.TokenHash == hash && i.EndedAtUtc == null && i.UntilUtc > now
            && people.Any(p => p.Id == i.InvitedById && p.AdminRole == AdminRole.Owner && p.DisabledAtUtc == null));
    }
}
