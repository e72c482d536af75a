using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Content.Home;

/// <summary>Everything that the home page can show, now or some day, for the console.</summary>
[Admin(AdminPermissions.Content)]
public sealed record GetHomeContent : IQuery<Result<HomeContent>>;

/// <param name="Order">As it was arranged; where nobody has, as a platform begins.</param>
/// <param name="IsArranged">False: <paramref name="Order"/> is the platform's own.</param>
public sealed record HomeContent(
    HomeHero Hero, IReadOnlyList<HomeLink> Navigation, IReadOnlyList<string> ShopIds, IReadOnlyList<string> Order,
    bool IsArranged, IReadOnlyList<BannerLine> Banners, IReadOnlyList<CollectionLine> Collections);

public sealed record BannerLine(string Id, long Version, BannerWords Words);

/// <param name="Shop">The slug of the rule's shop; empty for none.</param>
public sealed record CollectionLine(
    string Slug, string Title, string Lead, int Position, IReadOnlyList<string> ListingIds, CollectionRule Rule, string Shop,
    IReadOnlyDictionary<string, long> PriceCaps);

internal sealed class GetHomeContentHandler(PlatformDb db) : IQueryHandler<GetHomeContent, Result<HomeContent>>
{
    private const int Most = 200;

    public async ValueTask<Result<HomeContent>> Handle(GetHomeContent query, CancellationToken cancellationToken)
    {
        var page = await db.HomePages.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new HomePage();
        var banners = await db.Banners.AsNoTracking().OrderBy(b => b.Id).Take(Most).ToListAsync(cancellationToken);
        var shelves = await db.Collections.AsNoTracking().OrderBy(c => c.Position).Take(Most).ToListAsync(cancellationToken);
        var ids = shelves.Select(s => s.Rule.TenantId).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var shops = ids.Count == 0 ? [] : await db.SellerProfiles.Where(p => ids.Contains(p.TenantId))
            .ToDictionaryAsync(p => p.TenantId, p => p.Slug, cancellationToken);
        var order = page.Order.Count > 0 ? page.Order : HomeReader.Beginning(shelves.Select(s => s.Slug));
        return new HomeContent(
            page.Hero, page.Navigation, page.ShopIds, order, page.Order.Count > 0,
            [.. banners.Select(b => new BannerLine(b.Id, b.Version, HomeReader.Words(b)))],
            [
                .. shelves.Select(s => new CollectionLine(
                    s.Slug, s.Title, s.Lead, s.Position, s.ListingIds, s.Rule, shops.GetValueOrDefault(s.Rule.TenantId, ""),
                    s.PriceCaps)),
            ]);
    }
}
