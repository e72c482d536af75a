using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Tests.Growth.Search;

/// <summary>
/// Catalogs and requests from a fixed seed, dense enough that filters meet often and counts are not all zero.
/// </summary>
internal sealed class RandomMarket(int seed)
{
    private static readonly string[] Words = ["lamp", "table", "chair", "green", "oak", "steel", "small", "garden"];
    private static readonly string[] Colours = ["Red", "Blue", "Green", "Black"];
    private static readonly string[] Sizes = ["S", "M", "L", "XL"];
    private static readonly string[] Materials = ["Oak", "Steel", "Linen"];
    private static readonly string[] Brands = ["Ada", "Bor", "Cid", "Dov", "Eno"];
    private readonly Random _random = new(seed);

    public ListingDocument Listing(int number, long version = 1) => Shelf.Listing($"l-{number:0000}", Title()) with
    {
        Status = _random.Next(20) == 0 ? IndexStatus.Hidden : IndexStatus.Active,
        Seller = Pick([Shelf.Bookshop, Shelf.Gadgets, Shelf.Outfitter]),
        IsBuyBox = _random.Next(4) > 0,
        Brand = _random.Next(8) == 0 ? null : Pick(Brands),
        CategoryPath = Pick<IndexedCategory[]>(
            [[Shelf.Electronics, Shelf.Laptops], [Shelf.Electronics, Shelf.Bags], [Shelf.Clothing, Shelf.Shirts]]),
        Attributes = [.. Some(Materials, 2).Select(m => new FacetToken("material", m)), .. MaybeColour()],
        Numbers = _random.Next(3) == 0 ? [] : [new NumberAttribute("inches", _random.Next(10, 40))],
        InStockVariants = [.. Enumerable.Range(0, _random.Next(5)).Select(_ => Variant())],
        Prices = [.. Prices()],
        ShipsTo = Pick<string[]>([["DE"], ["DE", "FR"], ["FR"], [ListingDocument.Everywhere]]),
        InStock = _random.Next(5) > 0,
        RatingAverage = _random.Next(11) / 2.0,
        RatingCount = _random.Next(30),
        Popularity = _random.Next(1_000),
        IndexVersion = version,
    };

    public SearchRequest Request() => new()
    {
        Text = _random.Next(2) == 0 ? "" : Pick(Words),
        Currency = Pick(["EUR", "USD"]),
        Country = Pick<string?>(["DE", "FR", null]),
        CategoryId = _random.Next(3) == 0 ? Pick([Shelf.Electronics.Id, Shelf.Shirts.Id]) : null,
        SellerId = _random.Next(8) == 0 ? Shelf.Gadgets.Id : null,
        Filters = [.. Filters()],
        Numbers = _random.Next(5) == 0 ? [new NumberFilter("inches", 15, 30)] : [],
        Price = _random.Next(4) == 0 ? new PriceFilter(_random.Next(500), 500 + _random.Next(900)) : null,
        MinRating = _random.Next(5) == 0 ? _random.Next(1, 5) : null,
        InStockOnly = _random.Next(4) == 0,
        HiddenSellerIds = _random.Next(4) == 0 ? new HashSet<string> { Shelf.Outfitter.Id } : [],
        FacetKeys = [FacetKeys.Brand, FacetKeys.Category, FacetKeys.Seller, "colour", "size", "material"],
        Sort = Pick(Enum.GetValues<SearchSort>()),
        PageSize = 96,
    };

    private string Title() => string.Join(' ', Some(Words, 4).DefaultIfEmpty("thing"));

    private IEnumerable<FacetFilter> Filters()
    {
        if (_random.Next(3) == 0) yield return Filter("colour", Colours);
        if (_random.Next(3) == 0) yield return Filter("size", Sizes);
        if (_random.Next(4) == 0) yield return Filter("material", Materials);
        if (_random.Next(4) == 0) yield return Filter(FacetKeys.Brand, Brands);
        if (_random.Next(6) == 0) yield return Filter(FacetKeys.Seller, [Shelf.Bookshop.Id, Shelf.Gadgets.Id]);
    }

    private FacetFilter Filter(string key, string[] values) => new(key, [.. Some(values, 2).DefaultIfEmpty(values[0])]);

    private VariantOptions Variant() => new([new("colour", Pick(Colours)), new("size", Pick(Sizes))]);

    private IEnumerable<FacetToken> MaybeColour() =>
        _random.Next(6) == 0 ? [new FacetToken("colour", Pick(Colours))] : [];

    private IEnumerable<IndexedPrice> Prices()
    {
        foreach (var currency in Some(["EUR", "USD"], 2))
        {
            var low = _random.Next(100, 1_000);
            yield return new IndexedPrice(currency, low, low + _random.Next(300));
        }
    }

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];

    private string[] Some(string[] from, int most) =>
        [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => Pick(from)).Distinct()];
}
