using System.Globalization;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Search;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront;

/// <summary>A row of tiles with a title, and where the rest of it is.</summary>
public sealed record Shelf(string Title, string Lead, string? Href, IReadOnlyList<ProductTile> Tiles);

/// <summary>Fills collections for the visitor's market: those picked by hand in two queries, the others from the index.</summary>
public sealed class ShelfMaker(ISender sender, ICurrentMarket market, IStringLocalizer<Words> words)
{
    public const int OnAShelf = 6;

    /// <summary>The most cards that one question may ask for.</summary>
    private const int MostCards = 200;

    /// <summary>Some are not sold in the visitor's currency, or cost too much for their shelf: more are asked for than shown.</summary>
    private const int Candidates = 30;

    /// <summary>By collection; one that has nothing for this visitor is left out.</summary>
    public async Task<IReadOnlyDictionary<string, Shelf>> MakeAsync(
        IReadOnlyList<CollectionView> collections, CancellationToken stop)
    {
        var ids = collections.SelectMany(c => c.ListingIds.Take(Candidates)).Distinct(StringComparer.Ordinal).Take(MostCards).ToList();
        var cards = ids.Count == 0 ? [] : (await sender.Send(new GetListingCards(ids, market.Market), stop)).Required()
            .ToDictionary(c => c.ListingId, StringComparer.Ordinal);
        var shelves = new Dictionary<string, Shelf>(StringComparer.Ordinal);
        foreach (var collection in collections)
        {
            var title = PriceCaps.Say(
                collection.Title, collection.PriceCaps, market.Market.CurrencyCode, CultureInfo.CurrentCulture);
            if (title is null) continue;
            var tiles = collection.ListingIds.Count == 0
                ? await FoundAsync(collection, OnAShelf, stop)
                : [.. Fitting(collection, Picked(collection, cards)).Take(OnAShelf)];
            if (tiles.Count > 0)
                shelves[collection.Slug] = new Shelf(title, collection.Lead, $"/collections/{collection.Slug}", tiles);
        }

        return shelves;
    }

    /// <summary>Everything of one collection; empty where its prices name none in this currency.</summary>
    public async Task<IReadOnlyList<ProductTile>> AllAsync(CollectionView collection, CancellationToken stop)
    {
        if (collection.ListingIds.Count == 0) return await FoundAsync(collection, SearchLimits.MaxPageSize, stop);
        var cards = await sender.Send(new GetListingCards(collection.ListingIds, market.Market), stop);
        return [.. Fitting(collection, cards.Required())];
    }

    private static IEnumerable<ListingCard> Picked(CollectionView collection, Dictionary<string, ListingCard> cards) =>
        collection.ListingIds.Select(id => cards.GetValueOrDefault(id)).OfType<ListingCard>();

    private IEnumerable<ProductTile> Fitting(CollectionView collection, IEnumerable<ListingCard> cards) =>
        cards.Below(collection.PriceCaps, market.Market.CurrencyCode).Select(card => Tiles.Of(card, words));

    private async Task<IReadOnlyList<ProductTile>> FoundAsync(CollectionView collection, int most, CancellationToken stop)
    {
        long? cap = collection.PriceCaps.TryGetValue(market.Market.CurrencyCode, out var minor) ? minor : null;
        if (cap is null && collection.PriceCaps.Count > 0) return [];
        var found = await sender.Send(new SearchListings(market.Market)
        {
            CategoryId = collection.Rule.CategoryId is { Length: > 0 } category ? category : null,
            SellerId = collection.Rule.TenantId is { Length: > 0 } seller ? seller : null,
            Price = cap is null ? null : new PriceFilter(null, cap - 1), PageSize = most, WithFacets = false,
        }, stop);
        return found.Ok ? [.. found.Value.Hits.Select(hit => Tiles.Of(hit, words))] : [];
    }
}
