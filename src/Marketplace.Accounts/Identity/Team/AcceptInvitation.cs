using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Team;

/// <summary>What an invitation's link offers, before one signs in to take it. Error: invitation.not-found.</summary>
[Anyone]
public sealed record GetInvitation(string Token) : IQuery<Result<OfferedPlace>>;

public sealed record OfferedPlace(string SellerSlug, string SellerName, SellerRole Role, string Email);

/// <summary>Takes the place that the link offers; of two who try at once, one gets it. Error: invitation.not-found.</summary>
[Person]
public sealed record AcceptInvitation(string Token) : ICommand<Result<OfferedPlace>>, IPlatformTransaction;

/// <summary>Withdraws an open invitation of the current seller. Error: invitation.not-found.</summary>
[Seller(SellerPermissions.Team)]
public sealed record WithdrawInvitation(string InvitationId) : ICommand<Result>, IPlatformTransaction;

internal sealed class GetInvitationHandler(PlatformDb db, ISender sender, TimeProvider clock)
    : IQueryHandler<GetInvitation, Result<OfferedPlace>>
{
    public async ValueTask<Result<OfferedPlace>> Handle(GetInvitation query, CancellationToken cancellationToken)
    {
        var (hash, now) = (OneTimeToken.HashOf(query.Token), clock.GetUtcNow().UtcDateTime);
        var found = await db.OpenInvitation(hash, now).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null) return IdentityErrors.NoInvitation;
        var seller = (await sender.Send(new GetSellers([found.TenantId]), cancellationToken)).Required().Single();
        return new OfferedPlace(seller.Slug, seller.Name, found.Role, found.Email);
    }
}

internal sealed class AcceptInvitationHandler(
    PlatformDb db, CallerAccessor caller, ISender sender, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<AcceptInvitation, Result<OfferedPlace>>
{
    public async ValueTask<Result<OfferedPlace>> Handle(AcceptInvitation command, CancellationToken cancellationToken)
    {
        var offered = await sender.Send(new GetInvitation(command.Token), cancellationToken);
        if (offered.Error is not null) return offered;
        var (hash, now) = (OneTimeToken.HashOf(command.Token), clock.GetUtcNow().UtcDateTime);
        var personId = caller.Caller.PersonId!;
        var taken = await db.OpenInvitation(hash, now).ExecuteUpdateAsync(
            s => s.SetProperty(i => i.EndedAtUtc, now).SetProperty(i => i.AcceptedById, personId), cancellationToken);
        if (taken == 0) return IdentityErrors.NoInvitation;
        var row = await db.Invitations.AsNoTracking().SingleAsync(i => i.TokenHash == hash, cancellationToken);
        audit.Note(db, "team.joined", "person", personId, $"as {row.Role}", row.TenantId);
        var added = await sender.Send(new AddMember(row.TenantId, personId, row.Role), cancellationToken);
        return added.Error is { } error ? error : offered;
    }
}

internal sealed class WithdrawInvitationHandler(PlatformDb db, CallerAccessor caller, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<WithdrawInvitation, Result>
{
    public async ValueTask<Result> Handle(WithdrawInvitation command, CancellationToken cancellationToken)
    {
        var (tenantId, now) = (caller.Caller.TenantId!, clock.GetUtcNow().UtcDateTime);
        var ended = await db.Invitations
            .Where(i => i.Id == command.InvitationId && i.TenantId == tenantId && i.EndedAtUtc == null)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.EndedAtUtc, now), cancellationToken);
        if (ended == 0) return IdentityErrors.NoInvitation;
        audit.Note(db, "team.invitation-withdrawn", "invitation", command.InvitationId, "", tenantId);
        return Result.Success();
    }
}

internal static class OpenInvitations
{
    /// <summary>
    /// The invitation that can still be taken. It is worth what its maker is worth: nothing once they are blocked or may
    /// no longer invite.
    /// </summary>
    public static IQueryable<Invitation> OpenInvitation(this PlatformDb db, string hash, DateTime now)
    {
        var (people, memberships) = (db.People, db.Memberships);
        return db.Invitations.Where(i => i.TokenHash == hash && i.EndedAtUtc == null && i.UntilUtc > now
            && people.Any(p => p.Id == i.InvitedById && p.DisabledAtUtc == null)
            && memberships.Any(m => m.TenantId == i.TenantId && m.PersonId == i.InvitedById && m.Role == SellerRole.Owner));
    }
}
