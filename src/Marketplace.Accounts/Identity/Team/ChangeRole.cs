using FluentValidation;
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

/// <summary>Gives a member another role, from the next request on. Errors: team.not-member, team.last-owner.</summary>
[Seller(SellerPermissions.Team)]
public sealed record ChangeRole(string PersonId, SellerRole Role) : ICommand<Result>, IPlatformTransaction;

/// <summary>Takes a member out of the team, from the next request on. Errors: team.not-member, team.last-owner.</summary>
[Seller(SellerPermissions.Team)]
public sealed record RemoveMember(string PersonId) : ICommand<Result>, IPlatformTransaction;

internal sealed class ChangeRoleValidator : AbstractValidator<ChangeRole>
{
    public ChangeRoleValidator() => RuleFor(c => c.Role).IsInEnum();
}

internal sealed class ChangeRoleHandler(PlatformDb db, CallerAccessor caller, AuditTrail audit)
    : ICommandHandler<ChangeRole, Result>
{
    public async ValueTask<Result> Handle(ChangeRole command, CancellationToken cancellationToken)
    {
        var tenantId = caller.Caller.TenantId!;
        var owners = await TeamOwners.LockAsync(db, tenantId, cancellationToken);
        var member = await db.Memberships.FindAsync([tenantId, command.PersonId], cancellationToken);
        if (member is null) return IdentityErrors.NotMember;
        if (command.Role != SellerRole.Owner && owners is [var only] && only == command.PersonId)
            return IdentityErrors.LastOwner;
        audit.Note(
            db, "team.role-changed", "person", command.PersonId, $"{member.Role} to {command.Role}", tenantId);
        member.Role = command.Role;
        return Result.Success();
    }
}

internal sealed class RemoveMemberHandler(PlatformDb db, CallerAccessor caller, AuditTrail audit)
    : ICommandHandler<RemoveMember, Result>
{
    public async ValueTask<Result> Handle(RemoveMember command, CancellationToken cancellationToken)
    {
        var tenantId = caller.Caller.TenantId!;
        var owners = await TeamOwners.LockAsync(db, tenantId, cancellationToken);
        var member = await db.Memberships.FindAsync([tenantId, command.PersonId], cancellationToken);
        if (member is null) return IdentityErrors.NotMember;
        if (owners is [var only] && only == command.PersonId) return IdentityErrors.LastOwner;
        db.Memberships.Remove(member);
        audit.Note(db, "team.removed", "person", command.PersonId, $"was {member.Role}", tenantId);
        return Result.Success();
    }
}

internal static class TeamOwners
{
    /// <summary>
    /// Who the owners are, held until the transaction ends: an update that changes nothing locks their rows, so that
    /// two owners cannot depose each other at once.
    /// </summary>
    public static async Task<List<string>> LockAsync(PlatformDb db, string tenantId, CancellationToken cancellation)
    {
        var owners = db.Memberships.Where(m => m.TenantId == tenantId && m.Role == SellerRole.Owner);
        await owners.ExecuteUpdateAsync(s => s.SetProperty(m => m.Role, SellerRole.Owner), cancellation);
        return await owners.Select(m => m.PersonId).ToListAsync(cancellation);
    }
}
