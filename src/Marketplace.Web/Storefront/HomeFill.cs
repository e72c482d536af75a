using Marketplace.Growth.Content;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Search;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront;

/// <summary>The home page ready to draw: now for visitors, at any moment for staff.</summary>
public sealed record HomeFill(
    HomeView Home, IReadOnlyDictionary<string, Shelf> Shelves, Shelf? Newest, IReadOnlyList<SellerCard> ShopsToKnow, int ShopCount);

/// <summary>Fetches what the blocks of a home page show.</summary>
public sealed class HomeFiller(ISender sender, ShelfMaker shelves, ICurrentMarket market, IStringLocalizer<Words> words)
{
    public async Task<HomeFill> FillAsync(HomeView home, CancellationToken stop)
    {
        var shops = (await sender.Send(new ListSellersDirectory(PageSize: SearchLimits.MaxPageSize), stop)).Required();
        IReadOnlyList<SellerCard> known =
            [.. home.ShopIds.Select(id => shops.Sellers.FirstOrDefault(s => s.TenantId == id)).OfType<SellerCard>()];
        return new HomeFill(
            home, await shelves.MakeAsync([.. home.Blocks.Select(b => b.Collection).OfType<CollectionView>()], stop),
            home.Blocks.Any(b => b.Name == HomeBlocks.New) ? await NewestAsync(stop) : null,
            known.Count > 0 ? known : [.. shops.Sellers.Take(3)], shops.Total);
    }

    private async Task<Shelf?> NewestAsync(CancellationToken stop)
    {
        var newest = (await sender.Send(new SearchListings(market.Market)
        {
            Sort = SearchSort.Newest, PageSize = ShelfMaker.OnAShelf, WithFacets = false,
        }, stop)).Required();
        return newest.Hits.Count == 0 ? null : new Shelf(
            words["New arrivals"], "", "/new", [.. newest.Hits.Select(hit => Tiles.Of(hit, words))]);
    }
}
