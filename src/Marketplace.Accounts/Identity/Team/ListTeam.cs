using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Team;

/// <summary>The current seller's members and open invitations.</summary>
[Seller(SellerPermissions.Team)]
public sealed record ListTeam : IQuery<Result<TeamList>>;

public sealed record TeamList(IReadOnlyList<TeamMember> Members, IReadOnlyList<OpenInvitation> Invitations);

public sealed record TeamMember(
    string PersonId, string Name, string Email, SellerRole Role, DateTime SinceUtc, DateTime? LastSeenAtUtc);

public sealed record OpenInvitation(string Id, string Email, SellerRole Role, DateTime UntilUtc);

/// <summary>Addresses of a seller's owners, for mails about the seller.</summary>
[Internal]
public sealed record ListOwners(string TenantId) : IQuery<Result<IReadOnlyList<Owner>>>;

public sealed record Owner(string PersonId, string Name, string Email);

internal sealed class ListTeamHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : IQueryHandler<ListTeam, Result<TeamList>>
{
    public async ValueTask<Result<TeamList>> Handle(ListTeam query, CancellationToken cancellationToken)
    {
        var (tenantId, now) = (caller.Caller.TenantId!, clock.GetUtcNow().UtcDateTime);
        var members = await db.Memberships.AsNoTracking().Where(m => m.TenantId == tenantId)
            .Join(db.People, m => m.PersonId, p => p.Id, (m, p) => new { m, p })
            .OrderBy(x => x.m.SinceUtc).ThenBy(x => x.p.Id).Take(200)
            .Select(x => new TeamMember(x.p.Id, x.p.Name, x.p.Email!, x.m.Role, x.m.SinceUtc, x.p.LastSeenAtUtc))
            .ToListAsync(cancellationToken);
        var open = await db.Invitations.AsNoTracking()
            .Where(i => i.TenantId == tenantId && i.EndedAtUtc == null && i.UntilUtc > now)
            .OrderBy(i => i.Id).Take(200).Select(i => new OpenInvitation(i.Id, i.Email, i.Role, i.UntilUtc))
            .ToListAsync(cancellationToken);
        return new TeamList(members, open);
    }
}

internal sealed class ListOwnersHandler(PlatformDb db) : IQueryHandler<ListOwners, Result<IReadOnlyList<Owner>>>
{
    public async ValueTask<Result<IReadOnlyList<Owner>>> Handle(ListOwners query, CancellationToken cancellationToken) =>
        await db.Memberships.AsNoTracking()
            .Where(m => m.TenantId == query.TenantId && m.Role == SellerRole.Owner)
            .Join(db.People, m => m.PersonId, p => p.Id, (m, p) => p).OrderBy(p => p.Id).Take(20)
            .Select(p => new Owner(p.Id, p.Name, p.Email!)).ToListAsync(cancellationToken);
}
