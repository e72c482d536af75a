using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>
/// The numbers behind relevance, tuned against human judgments (ops/decisions/0003-search-engine.md).
/// </summary>
internal sealed record RankingModel
{
    public static RankingModel Default { get; } = new();

    public float Title { get; init; } = 1f;
    public float Type { get; init; } = 2f;
    public float Leaf { get; init; } = 0.5f;
    public float Category { get; init; } = 0.5f;
    public float Brand { get; init; } = 6f;
    public float Description { get; init; } = 0.8f;
    public float Attributes { get; init; } = 0.1f;
    public float Reference { get; init; } = 4f;
    public float Gtin { get; init; } = 50f;
    public float Phrase { get; init; } = 0.5f;
    /// <summary>What a synonym counts against the word itself.</summary>
    public float Synonym { get; init; } = 0.4f;

    /// <summary>What an accessory counts for a query that names none.</summary>
    public float Accessory { get; init; } = 0.7f;

    public float Tie { get; init; } = 0.1f;

    /// <summary>Three or more words: this share must match; one or two: all of them.</summary>
    public float MinimumShouldMatch { get; init; } = 0.7f;

    /// <summary>
    /// What of a document enters its rank whatever the words: out of stock counts 0.4; demand and a good rating add
    /// at most about a fifth each, so that neither lifts a listing over a clearly better match.
    /// </summary>
    public static float Boost(ListingDocument listing)
    {
        var stock = listing.InStock ? 1.0 : 0.4;
        var demand = 1 + (0.05 * Math.Min(4, Math.Log10(1 + Math.Max(0, listing.Popularity))));
        var rating = 1 + (0.05 * (SmoothedRating(listing.RatingAverage, listing.RatingCount) - 3.5));
        return (float)(stock * demand * rating);
    }

    /// <summary>Pulled to 3.5 by five imagined ratings: a single five-star rating does not beat fifty of 4.8.</summary>
    public static double SmoothedRating(double average, int count) => ((average * count) + (3.5 * 5)) / (count + 5);
}
