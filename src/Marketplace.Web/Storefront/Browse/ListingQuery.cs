using System.Globalization;
using Marketplace.Growth.Search;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Marketplace.Web.Storefront.Browse;

/// <summary>
/// A list of listings as its address says it: <c>q</c>, <c>sort</c>, <c>page</c>, <c>from</c> and <c>to</c> (a price in
/// major units), <c>rating</c>, <c>stock</c>, <c>f.colour=moss</c> (repeated: either), <c>n.width.from</c>. What cannot
/// be read is left out, since an address is typed and cut by people and mail programs.
/// </summary>
public sealed class ListingQuery
{
    private const string FacetPrefix = "f.";
    private const string NumberPrefix = "n.";

    private readonly string _path;
    private readonly Dictionary<string, StringValues> _all;

    public ListingQuery(HttpRequest request, Market market, string? path = null)
    {
        _path = path ?? request.PathBase + request.Path;
        _all = request.Query.Where(pair => IsOurs(pair.Key))
            .ToDictionary(pair => pair.Key, pair => Clean(pair.Value), StringComparer.Ordinal);
        Text = One("q")?.Trim() ?? "";
        if (Text.Length > SearchLimits.MaxTextLength) Text = Text[..SearchLimits.MaxTextLength];
        Sort = SortOf(One("sort"));
        Page = int.TryParse(One("page"), CultureInfo.InvariantCulture, out var page) && page is > 0 and < SearchLimits.MaxDepth ? page : 1;
        From = One("from");
        To = One("to");
        Price = Money(From, market) is var low && Money(To, market) is var high && (low ?? high) is not null
            ? new PriceFilter(low, high) : null;
        Rating = int.TryParse(One("rating"), CultureInfo.InvariantCulture, out var stars) && stars is >= 1 and <= 4 ? stars : null;
        InStockOnly = One("stock") == "1";
        Verbatim = One("exact") == "1";
        Filters = [.. _all.Where(p => p.Key.StartsWith(FacetPrefix, StringComparison.Ordinal) && p.Value.Count > 0)
            .Take(SearchLimits.MaxFilters / 2)
            .Select(p => new FacetFilter(p.Key[FacetPrefix.Length..], [.. p.Value.Take(SearchLimits.MaxValuesPerFilter)!]))];
        Numbers = [.. ReadNumbers().Take(SearchLimits.MaxFilters / 2)];
    }

    /// <summary>The address without its query.</summary>
    public string Path => _path;

    public string Text { get; }
    public SearchSort Sort { get; }
    public int Page { get; }
    public string? From { get; }
    public string? To { get; }
    public PriceFilter? Price { get; }
    public int? Rating { get; }
    public bool InStockOnly { get; }
    public bool Verbatim { get; }
    public IReadOnlyList<FacetFilter> Filters { get; }
    public IReadOnlyList<NumberFilter> Numbers { get; }

    public bool IsFiltered => Filters.Count + Numbers.Count > 0 || Price is not null || Rating is not null || InStockOnly;

    public SearchListings ToMessage(Market market) => new(market)
    {
        Text = Text, Sort = Sort, Page = Page, Price = Price, MinRating = Rating, InStockOnly = InStockOnly,
        Filters = Filters, Numbers = Numbers, Verbatim = Verbatim,
    };

    /// <summary>This list with one value taken away, from its first page.</summary>
    public string Without(string key, string? value = null) => Address(_all
        .Where(pair => pair.Key != "page" && (pair.Key != key || value is not null))
        .SelectMany(pair => pair.Value.Where(v => pair.Key != key || v != value).Select(v => KeyValuePair.Create(pair.Key, v))));

    public string With(string key, string value) => Address(_all
        .Where(pair => pair.Key != "page" && pair.Key != key)
        .SelectMany(pair => pair.Value.Select(v => KeyValuePair.Create(pair.Key, v)))
        .Append(KeyValuePair.Create<string, string?>(key, value)));

    /// <summary>The same words without any filter.</summary>
    public string Cleared => Address(_all.Where(pair => pair.Key is "q" or "sort")
        .SelectMany(pair => pair.Value.Select(v => KeyValuePair.Create(pair.Key, v))));

    private string Address(IEnumerable<KeyValuePair<string, string?>> query) => QueryHelpers.AddQueryString(_path, query);

    private string? One(string key) => _all.TryGetValue(key, out var values) && values.Count > 0 ? values[0] : null;

    private IEnumerable<NumberFilter> ReadNumbers() => _all.Keys
        .Where(key => key.StartsWith(NumberPrefix, StringComparison.Ordinal) && key.LastIndexOf('.') > NumberPrefix.Length)
        .Select(key => key[NumberPrefix.Length..key.LastIndexOf('.')]).Distinct(StringComparer.Ordinal)
        .Select(name => new NumberFilter(name, Number($"{NumberPrefix}{name}.from"), Number($"{NumberPrefix}{name}.to")))
        .Where(filter => (filter.From ?? filter.To) is not null);

    private double? Number(string key) =>
        double.TryParse(One(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number : null;

    private static long? Money(string? text, Market market) =>
        Amount.Parse(text, market.CurrencyCode, CultureInfo.CurrentCulture) is { Minor: >= 0 } amount ? amount.Minor : null;

    private static StringValues Clean(StringValues values) =>
        values.Where(v => !string.IsNullOrWhiteSpace(v) && v.Length <= SearchLimits.MaxTextLength).ToArray();

    private static bool IsOurs(string key) => key is "q" or "sort" or "page" or "from" or "to" or "rating" or "stock" or "exact"
        || (key.Length < 60 && (key.StartsWith(FacetPrefix, StringComparison.Ordinal)
            || key.StartsWith(NumberPrefix, StringComparison.Ordinal)));

    private static SearchSort SortOf(string? key) => Sorts.FirstOrDefault(s => s.Key == key).Sort;

    /// <summary>Keys of the address and their words; the first is the default.</summary>
    public static readonly IReadOnlyList<(string Key, SearchSort Sort, string Text)> Sorts =
    [
        ("best", SearchSort.Relevance, "Best match"), ("price", SearchSort.PriceAscending, "Price, low to high"),
        ("-price", SearchSort.PriceDescending, "Price, high to low"), ("new", SearchSort.Newest, "Newest"),
        ("rating", SearchSort.Rating, "Best rated"),
    ];
}
