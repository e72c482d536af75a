using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Model;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Content.Home;

/// <summary>What the home page says at a moment.</summary>
internal static class HomeReader
{
    private const int ShelvesAtTheBeginning = 5;
    private const string Shelf = "/collections/";

    public static async Task<HomeView> ReadAsync(MarketplaceDb db, DateTime at, CancellationToken cancellation)
    {
        var page = await db.HomePages.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? new HomePage();
        var shelves = await ShelvesAsync(db, page, cancellation);
        var banners = await db.Banners.AsNoTracking().Where(b => b.UntilUtc == null || b.UntilUtc > at).OrderBy(b => b.Id)
            .Take(Banner.Most).ToListAsync(cancellation);
        var shown = banners.Where(b => b.FromUtc is null || b.FromUtc <= at).ToList();
        // Of two at the top, the one that began last.
        var top = shown.Where(b => b.Place == BannerPlace.Hero).OrderBy(b => b.FromUtc).ThenBy(b => b.Id, StringComparer.Ordinal)
            .LastOrDefault();
        var order = page.Order.Count > 0 ? page.Order : Beginning(shelves.Select(s => s.Slug));
        return new HomeView(
            page.Hero, top is null ? null : Words(top), await MenuAsync(db, page.Navigation, cancellation), page.ShopIds,
            [.. order.Select(block => Block(block, shelves, shown)).OfType<HomeBlock>()],
            NextChange(banners, at));
    }

    /// <summary>The order of a platform where nobody has arranged one.</summary>
    public static List<string> Beginning(IEnumerable<string> shelves) =>
        [HomeBlocks.New, .. shelves.Take(ShelvesAtTheBeginning).Select(HomeBlocks.OfCollection), HomeBlocks.Shops, HomeBlocks.Promises];

    public static BannerWords Words(Banner b) => new(
        b.Place, b.Title, b.Text, b.LinkText, b.Href, b.PictureRef, b.PictureAlt, b.FromUtc, b.UntilUtc);

    private static async Task<List<CollectionView>> ShelvesAsync(MarketplaceDb db, HomePage page, CancellationToken cancellation)
    {
        var slugs = page.Order.Select(HomeBlocks.CollectionOf).OfType<string>().ToList();
        var shelves = page.Order.Count > 0
            ? db.Collections.Where(c => slugs.Contains(c.Slug))
            : db.Collections.OrderBy(c => c.Position).Take(ShelvesAtTheBeginning);
        return (await shelves.AsNoTracking().OrderBy(c => c.Position).ToListAsync(cancellation)).ConvertAll(View);
    }

    public static CollectionView View(Collection c) => new(c.Slug, c.Title, c.Lead, c.ListingIds, c.PriceCaps, c.Rule);

    private static HomeBlock? Block(string name, List<CollectionView> shelves, List<Banner> banners)
    {
        if (HomeBlocks.CollectionOf(name) is { } slug)
            return shelves.Find(s => s.Slug == slug) is { } shelf ? new HomeBlock(name, shelf, null) : null;
        if (HomeBlocks.BannerOf(name) is { } id)
            return banners.Find(b => b.Id == id && b.Place == BannerPlace.Between) is { } banner
                ? new HomeBlock(name, null, Words(banner)) : null;
        return new HomeBlock(name, null, null);
    }

    private static DateTime? NextChange(List<Banner> banners, DateTime at) =>
        banners.SelectMany(b => new[] { b.FromUtc, b.UntilUtc }).Where(moment => moment > at).Min();

    private static async Task<IReadOnlyList<MenuLink>> MenuAsync(
        MarketplaceDb db, List<HomeLink> links, CancellationToken cancellation)
    {
        var slugs = links.Where(l => l.Href.StartsWith(Shelf, StringComparison.Ordinal)).Select(l => l.Href[Shelf.Length..]).ToList();
        var caps = slugs.Count == 0 ? [] : await db.Collections.AsNoTracking().Where(c => slugs.Contains(c.Slug))
            .ToDictionaryAsync(c => Shelf + c.Slug, c => c.PriceCaps, StringComparer.Ordinal, cancellation);
        return [.. links.Select(l => new MenuLink(l.Text, l.Href, caps.GetValueOrDefault(l.Href) ?? []))];
    }
}
