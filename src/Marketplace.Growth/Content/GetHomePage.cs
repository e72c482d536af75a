using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Content;

/// <summary>The home page's own words and choices; a platform that has set none gets an empty hero.</summary>
[Anyone]
public sealed record GetHomePage : IQuery<Result<HomeView>>;

public sealed record HomeView(
    HomeHero Hero, IReadOnlyList<MenuLink> Navigation, IReadOnlyList<string> ShopIds,
    IReadOnlyList<CollectionView> Collections);

internal sealed class GetHomePageHandler(BuyerDb db) : IQueryHandler<GetHomePage, Result<HomeView>>
{
    private const int OnTheHomePage = 5;
    private const string Shelf = "/collections/";

    public async ValueTask<Result<HomeView>> Handle(GetHomePage query, CancellationToken cancellation)
    {
        var page = await db.HomePages.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? new HomePage();
        var shelves = await db.Collections.AsNoTracking().OrderBy(c => c.Position).Take(OnTheHomePage)
            .Select(c => new CollectionView(c.Slug, c.Title, c.Lead, c.ListingIds, c.PriceCaps)).ToListAsync(cancellation);
        return new HomeView(page.Hero, await MenuAsync(page.Navigation, cancellation), page.ShopIds, shelves);
    }

    private async Task<IReadOnlyList<MenuLink>> MenuAsync(List<HomeLink> links, CancellationToken cancellation)
    {
        var slugs = links.Where(l => l.Href.StartsWith(Shelf, StringComparison.Ordinal)).Select(l => l.Href[Shelf.Length..]).ToList();
        var caps = slugs.Count == 0 ? [] : await db.Collections.AsNoTracking().Where(c => slugs.Contains(c.Slug))
            .ToDictionaryAsync(c => Shelf + c.Slug, c => c.PriceCaps, StringComparer.Ordinal, cancellation);
        return [.. links.Select(l => new MenuLink(l.Text, l.Href, caps.GetValueOrDefault(l.Href) ?? []))];
    }
}
