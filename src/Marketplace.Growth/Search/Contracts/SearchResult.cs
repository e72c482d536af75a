namespace Marketplace.Growth.Search.Contracts;

public sealed record SearchResult
{
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>Exact, also beyond the depth that can be paged to.</summary>
    public required int Total { get; init; }

    public required IReadOnlyList<Facet> Facets { get; init; }
    public IReadOnlyList<NumberBounds> Numbers { get; init; } = [];

    /// <summary>Over everything that passes all filters but the price's own; null when nothing does.</summary>
    public PriceSummary? Prices { get; init; }

    /// <summary>The text with its misspelt words replaced; null when there was nothing to replace.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>The hits are those of <see cref="DidYouMean"/>, since the words as typed find nothing.</summary>
    public bool Corrected { get; init; }

    /// <summary>No listing had enough of the words; these have at least one.</summary>
    public bool Relaxed { get; init; }
}

/// <summary>Everything a result card shows, so that a page of results needs no second read.</summary>
public sealed record SearchHit
{
    public required string ListingId { get; init; }
    public required string ProductGroupId { get; init; }
    public required IndexedSeller Seller { get; init; }
    public required string Title { get; init; }
    public required string Slug { get; init; }
    public required string ShortId { get; init; }
    public string? Brand { get; init; }
    public string? CategoryName { get; init; }
    public required string Currency { get; init; }
    public required long PriceMinMinor { get; init; }
    public required long PriceMaxMinor { get; init; }
    public required bool InStock { get; init; }
    public required double RatingAverage { get; init; }
    public required int RatingCount { get; init; }
    public string? ImageRef { get; init; }
    public bool IsBuyBox { get; init; }
    public double Score { get; init; }
}

/// <summary>
/// A facet's counts hold under all filters but its own: the number a visitor gets by choosing that value alone.
/// </summary>
public sealed record Facet(string Key, IReadOnlyList<FacetCount> Values);

/// <summary>Label is a name where the value is an id (category, seller), else the value itself.</summary>
public sealed record FacetCount(string Value, string Label, int Count, bool Selected);

public sealed record NumberBounds(string Key, double Min, double Max);

public sealed record PriceSummary(long MinMinor, long MaxMinor, IReadOnlyList<PriceBucket> Histogram);

/// <summary>Listings whose lowest price lies in [FromMinor, ToMinor].</summary>
public sealed record PriceBucket(long FromMinor, long ToMinor, int Count);
