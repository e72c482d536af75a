using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Growth.Content.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Content;

/// <summary>
/// Paths of the pages that search engines may read: shops, categories, collections, the operator's own pages and the
/// newest listings. At most 46,000 in all, below the 50,000 that one sitemap may hold (sitemaps.org).
/// </summary>
[Anyone]
public sealed record ListAddresses : IQuery<Result<IReadOnlyList<PublicAddress>>>;

/// <param name="ChangedAtUtc">Null where nobody keeps it.</param>
public sealed record PublicAddress(string Path, DateTime? ChangedAtUtc = null);

internal sealed class ListAddressesHandler(BuyerDb db) : IQueryHandler<ListAddresses, Result<IReadOnlyList<PublicAddress>>>
{
    private const int MostListings = 40_000;
    private const int MostOthers = 1_500;

    public async ValueTask<Result<IReadOnlyList<PublicAddress>>> Handle(ListAddresses query, CancellationToken cancellation)
    {
        var open = db.SellerStandings.Where(s => s.IsOpen);
        var shops = await db.SellerProfiles.Where(p => open.Any(s => s.TenantId == p.TenantId))
            .OrderBy(p => p.Slug).Take(MostOthers).Select(p => p.Slug).ToListAsync(cancellation);
        var categories = await db.Categories.Where(c => !c.IsHidden)
            .OrderBy(c => c.Path).Take(MostOthers).Select(c => c.Slug).ToListAsync(cancellation);
        var shelves = await db.Collections.OrderBy(c => c.Position).Take(MostOthers)
            .Select(c => c.Slug).ToListAsync(cancellation);
        var pages = await db.OwnPages.OrderBy(p => p.Slug).Take(MostOthers)
            .GroupBy(p => p.Slug).Select(g => new { Slug = g.Key, ChangedAtUtc = g.Max(p => p.ChangedAtUtc) })
            .ToListAsync(cancellation);
        var listings = await db.PublishedListings.Where(l => l.IsLive && open.Any(s => s.TenantId == l.TenantId))
            .OrderByDescending(l => l.PublishedAtUtc).Take(MostListings)
            .Select(l => new { l.Slug, l.ShortId, l.PublishedAtUtc }).ToListAsync(cancellation);
        return Result<IReadOnlyList<PublicAddress>>.Success(
        [
            new("/"), new("/new"), new("/shops"),
            .. shops.Select(slug => new PublicAddress("/s/" + slug)),
            .. categories.Select(slug => new PublicAddress("/c/" + slug)),
            .. shelves.Select(slug => new PublicAddress("/collections/" + slug)),
            .. pages.OrderBy(p => p.Slug, StringComparer.Ordinal).Select(p => new PublicAddress("/pages/" + p.Slug, p.ChangedAtUtc)),
            .. listings.Select(l => new PublicAddress($"/p/{l.Slug}-{l.ShortId}", l.PublishedAtUtc)),
        ]);
    }
}
