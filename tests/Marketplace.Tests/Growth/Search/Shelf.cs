using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Tests.Growth.Search;

/// <summary>A few readable listings, and the shortest way to say what differs in a test.</summary>
internal static class Shelf
{
    public static readonly IndexedSeller Bookshop = new("s-books", "bookshop", "The Bookshop");
    public static readonly IndexedSeller Outfitter = new("s-outfit", "outfitter", "Northern Outfitters");
    public static readonly IndexedSeller Gadgets = new("s-gadget", "gadgets", "Gadget Corner");

    public static readonly IndexedCategory Clothing = new("c-clothing", "Clothing");
    public static readonly IndexedCategory Shirts = new("c-shirts", "Shirts");
    public static readonly IndexedCategory Electronics = new("c-electronics", "Electronics");
    public static readonly IndexedCategory Laptops = new("c-laptops", "Laptops");
    public static readonly IndexedCategory Bags = new("c-bags", "Bags");

    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static ListingDocument Listing(string id, string title, IndexedSeller? seller = null) => new()
    {
        ListingId = id,
        ProductGroupId = $"g-{id}",
        Seller = seller ?? Gadgets,
        Status = IndexStatus.Active,
        IsBuyBox = true,
        Title = title,
        Slug = title.ToLowerInvariant().Replace(' ', '-'),
        ShortId = id,
        CategoryPath = [Electronics],
        Prices = [new IndexedPrice("EUR", 1_000, 1_000)],
        ShipsTo = [ListingDocument.Everywhere],
        InStock = true,
        CreatedAtUtc = Now,
        IndexVersion = 1,
    };

    public static ListingDocument Shirt(string id, params string[] variants) => Listing(id, "Linen shirt", Outfitter) with
    {
        CategoryPath = [Clothing, Shirts],
        InStockVariants = [.. variants.Select(Variant)],
    };

    /// <summary>"colour=Blue size=XL" as a variant.</summary>
    public static VariantOptions Variant(string options) => new(
        [.. options.Split(' ').Select(o => o.Split('=')).Select(o => new FacetToken(o[0], o[1]))]);

    public static SearchRequest Ask(string text = "", params FacetFilter[] filters) =>
        new() { Text = text, Currency = "EUR", Country = "DE", Filters = filters };

    public static FacetFilter Where(string key, params string[] values) => new(key, values);

    public static async Task<ISearchEngine> With(this ISearchEngine engine, params ListingDocument[] documents)
    {
        await engine.ApplyAsync(new IndexBatch(documents, null));
        await engine.RefreshAsync();
        return engine;
    }

    public static async Task<string[]> Ids(this ISearchEngine engine, SearchRequest request) =>
        [.. (await engine.SearchAsync(request)).Hits.Select(h => h.ListingId)];

    public static Dictionary<string, int> Counts(this SearchResult result, string key) =>
        result.Facets.Single(f => f.Key == key).Values.ToDictionary(v => v.Value, v => v.Count);
}
