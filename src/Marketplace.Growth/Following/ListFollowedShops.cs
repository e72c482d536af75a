using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.Following.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Following;

/// <summary>The shops that the caller follows, the one with the newest listing first; closed ones at the end.</summary>
[Person]
public sealed record ListFollowedShops : IQuery<Result<IReadOnlyList<FollowedShop>>>;

public sealed record FollowedShop(
    string TenantId, string Slug, string Name, string Tagline, string? LogoRef, bool IsOpen, DateTime SinceUtc, DateTime? NewestAtUtc);

/// <summary>Whether the caller follows a shop; a guest does not.</summary>
[Anyone]
public sealed record IsFollowing(string TenantId) : IQuery<Result<bool>>;

internal sealed class ListFollowedShopsHandler(PlatformDb db, CallerAccessor caller)
    : IQueryHandler<ListFollowedShops, Result<IReadOnlyList<FollowedShop>>>, IQueryHandler<IsFollowing, Result<bool>>
{
    public async ValueTask<Result<IReadOnlyList<FollowedShop>>> Handle(ListFollowedShops query, CancellationToken cancellation)
    {
        var (buyerId, listings) = (caller.Caller.BuyerId, db.PublishedListings);
        var rows = await (from f in db.ShopFollows.AsNoTracking()
                          where f.BuyerId == buyerId
                          join p in db.SellerProfiles on f.TenantId equals p.TenantId
                          join s in db.SellerStandings on f.TenantId equals s.TenantId
                          orderby f.SinceUtc descending
                          select new FollowedShop(
                              f.TenantId, p.Slug, p.Name, p.Tagline, p.LogoRef, s.IsOpen, f.SinceUtc,
                              listings.Where(l => l.TenantId == f.TenantId && l.IsLive)
                                  .Max(l => (DateTime?)l.FirstPublishedAtUtc)))
            .Take(ShopFollow.Most).ToListAsync(cancellation);
        return Result<IReadOnlyList<FollowedShop>>.Success(
            [.. rows.OrderByDescending(r => r.IsOpen).ThenByDescending(r => r.NewestAtUtc).ThenBy(r => r.Name, StringComparer.Ordinal)]);
    }

    public async ValueTask<Result<bool>> Handle(IsFollowing query, CancellationToken cancellation)
    {
        var (buyerId, tenantId) = (caller.Caller.BuyerId, query.TenantId);
        return caller.Caller.PersonId is not null
            && await db.ShopFollows.AnyAsync(f => f.BuyerId == buyerId && f.TenantId == tenantId, cancellation);
    }
}
