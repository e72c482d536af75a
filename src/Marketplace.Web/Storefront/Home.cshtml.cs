using System.Globalization;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.Content;
using Marketplace.Growth.Search;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Storefront;

/// <summary>A row of tiles with a title, and where the rest of it is.</summary>
public sealed record Shelf(string Title, string Lead, string? Href, IReadOnlyList<ProductTile> Tiles);

[OutputCache(PolicyName = ShopCache.Name)]
public sealed class HomeModel(
    ISender sender, ICurrentMarket market, IStringLocalizer<Words> words, IOptions<PlatformOptions> platform) : PageModel
{
    private const int OnAShelf = 6;

    /// <summary>Some are not sold in the visitor's currency, or cost too much for their shelf: more are asked for than shown.</summary>
    private const int Candidates = 30;

    public HomeView Home { get; private set; } = null!;

    public IReadOnlyList<Shelf> Shelves { get; private set; } = [];

    public IReadOnlyList<SellerCard> ShopsToKnow { get; private set; } = [];

    public int ShopCount { get; private set; }

    public string Canonical => platform.Value.Url + "/";

    public async Task OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        Home = (await sender.Send(new GetHomePage(), stop)).Required();
        var shops = (await sender.Send(new ListSellersDirectory(PageSize: SearchLimits.MaxPageSize), stop)).Required();
        ShopCount = shops.Total;
        ShopsToKnow = [.. Home.ShopIds.Select(id => shops.Sellers.FirstOrDefault(s => s.TenantId == id)).OfType<SellerCard>()];
        if (ShopsToKnow.Count == 0) ShopsToKnow = [.. shops.Sellers.Take(3)];
        Shelves = await ShelvesAsync(stop);
    }

    private async Task<IReadOnlyList<Shelf>> ShelvesAsync(CancellationToken stop)
    {
        var newest = (await sender.Send(new SearchListings(market.Market)
        {
            Sort = SearchSort.Newest, PageSize = OnAShelf, WithFacets = false,
        }, stop)).Required();
        var shelves = new List<Shelf>();
        if (newest.Hits.Count > 0)
            shelves.Add(new(words["New arrivals"], "", "/new", [.. newest.Hits.Select(hit => Tiles.Of(hit, words))]));
        foreach (var shelf in Home.Collections)
        {
            var cards = await sender.Send(new GetListingCards([.. shelf.ListingIds.Take(Candidates)], market.Market), stop);
            if (!cards.Ok) continue;
            var fitting = cards.Value.Below(shelf.PriceCaps, market.Market.CurrencyCode).ToList();
            var title = PriceCaps.Say(shelf.Title, shelf.PriceCaps, market.Market.CurrencyCode, CultureInfo.CurrentCulture);
            if (fitting.Count == 0 || title is null) continue;
            shelves.Add(new(
                title, shelf.Lead, $"/collections/{shelf.Slug}",
                [.. fitting.Take(OnAShelf).Select(card => Tiles.Of(card, words))]));
        }

        return shelves;
    }
}
