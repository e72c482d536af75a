namespace Marketplace.Growth.Search.Contracts;

/// <summary>
/// A question to the index. Filters of one key are alternatives, different keys must all hold. Without a seller
/// (scope or filter) only buy-box listings are found. A listing without a price in the currency, or that does not
/// ship to the country, is never found.
/// </summary>
public sealed record SearchRequest
{
    public string Text { get; init; } = "";

    /// <summary>The page's own category: a scope, not a facet choice, so facets count inside it.</summary>
    public string? CategoryId { get; init; }

    /// <summary>The shop whose page this is: a scope like the category.</summary>
    public string? SellerId { get; init; }

    public IReadOnlyList<FacetFilter> Filters { get; init; } = [];
    public IReadOnlyList<NumberFilter> Numbers { get; init; } = [];

    /// <summary>
    /// Bounds in minor units of <see cref="Currency"/>; a listing passes when any of its prices may lie inside.
    /// </summary>
    public PriceFilter? Price { get; init; }

    public int? MinRating { get; init; }
    public bool InStockOnly { get; init; }
    public required string Currency { get; init; }

    /// <summary>Null: wherever it ships (admin views and feeds).</summary>
    public string? Country { get; init; }

    public SearchSort Sort { get; init; } = SearchSort.Relevance;
    public int Page { get; init; } = 1;
    public int PageSize { get; init; } = 24;

    /// <summary>Suspended or closed sellers, read from the database a moment ago; stronger than any filter.</summary>
    public IReadOnlySet<string> HiddenSellerIds { get; init; } = new HashSet<string>();

    /// <summary>Facets to count.</summary>
    public IReadOnlyList<string> FacetKeys { get; init; } = [];

    /// <summary>Numeric attributes whose bounds are wanted.</summary>
    public IReadOnlyList<string> NumberKeys { get; init; } = [];

    /// <summary>False after the visitor insisted on the words as typed.</summary>
    public bool AllowCorrection { get; init; } = true;

    /// <summary>Throws when a limit of the port is exceeded; a negative or empty page is one too.</summary>
    public void EnsureWithinLimits()
    {
        Check(Page is >= 1 and <= SearchLimits.MaxDepth, nameof(Page));
        Check(PageSize is >= 1 and <= SearchLimits.MaxPageSize, nameof(PageSize));
        Check(Page * PageSize <= SearchLimits.MaxDepth, nameof(Page));
        Check(Filters.Count + Numbers.Count <= SearchLimits.MaxFilters, nameof(Filters));
        Check(Filters.All(f => f.Values.Count is >= 1 and <= SearchLimits.MaxValuesPerFilter), nameof(Filters));
        Check(Filters.Select(f => f.Key).Distinct(StringComparer.Ordinal).Count() == Filters.Count, nameof(Filters));
        Check(FacetKeys.Count <= SearchLimits.MaxFacetKeys, nameof(FacetKeys));
        Check(NumberKeys.Count <= SearchLimits.MaxFacetKeys, nameof(NumberKeys));
    }

    private static void Check(bool holds, string name)
    {
        if (!holds) throw new ArgumentOutOfRangeException(name, "Beyond a limit of the search port.");
    }
}

public sealed record FacetFilter(string Key, IReadOnlyList<string> Values);

/// <summary>Both bounds count as inside; null leaves a side open.</summary>
public sealed record NumberFilter(string Key, double? From, double? To);

/// <summary>Both bounds count as inside; null leaves a side open.</summary>
public sealed record PriceFilter(long? FromMinor, long? ToMinor);

public enum SearchSort
{
    Relevance,
    PriceAscending,
    PriceDescending,
    Newest,
    Rating,
}
