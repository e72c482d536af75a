using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Team;

/// <summary>Leaves the current seller's team, from the next request on. Errors: team.not-member, team.last-owner.</summary>
[Seller(SellerPermissions.Member)]
public sealed record LeaveTeam : ICommand<Result>, IPlatformTransaction;

internal sealed class LeaveTeamHandler(PlatformDb db, CallerAccessor caller, AuditTrail audit)
    : ICommandHandler<LeaveTeam, Result>
{
    public async ValueTask<Result> Handle(LeaveTeam command, CancellationToken cancellationToken)
    {
        var (tenantId, personId) = (caller.Caller.TenantId!, caller.Caller.PersonId!);
        var owners = await TeamOwners.LockAsync(db, tenantId, cancellationToken);
        var member = await db.Memberships.FindAsync([tenantId, personId], cancellationToken);
        if (member is null) return IdentityErrors.NotMember;
        if (owners is [var only] && only == personId) return IdentityErrors.LastOwner;
        db.Memberships.Remove(member);
        audit.Note(db, "team.left", "person", personId, $"was {member.Role}", tenantId);
        return Result.Success();
    }
}
