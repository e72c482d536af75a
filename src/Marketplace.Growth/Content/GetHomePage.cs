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
    HomeHero Hero, IReadOnlyList<HomeLink> Navigation, IReadOnlyList<string> ShopIds,
    IReadOnlyList<CollectionView> Collections);

internal sealed class GetHomePageHandler(BuyerDb db) : IQueryHandler<GetHomePage, Result<HomeView>>
{
    private const int OnTheHomePage = 5;

    public async ValueTask<Result<HomeView>> Handle(GetHomePage query, CancellationToken cancellation)
    {
        var page = await db.HomePages.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? new HomePage();
        var shelves = await db.Collections.AsNoTracking().OrderBy(c => c.Position).Take(OnTheHomePage)
            .Select(c => new CollectionView(c.Slug, c.Title, c.Lead, c.ListingIds)).ToListAsync(cancellation);
        return new HomeView(page.Hero, page.Navigation, page.ShopIds, shelves);
    }
}
