using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Growth.Search.Model;

/// <summary>Bounds and a histogram of lowest prices, for the price slider.</summary>
internal static class PriceHistogram
{
    private const int Buckets = 10;

    /// <summary>
    /// At most ten buckets of equal width on a logarithmic scale, since prices of a catalog spread over orders of
    /// magnitude. Buckets touch without overlap and their counts add up to the number of prices.
    /// </summary>
    public static PriceSummary? Of(IReadOnlyList<long> prices)
    {
        if (prices.Count == 0) return null;
        var (min, max) = (prices.Min(), prices.Max());
        var edges = Edges(min, max);
        var counts = new int[edges.Count];
        foreach (var price in prices) counts[Bucket(edges, price)]++;
        var buckets = edges.Select((from, i) => new PriceBucket(
            from, i + 1 < edges.Count ? edges[i + 1] - 1 : max, counts[i]));
        return new PriceSummary(min, max, [.. buckets]);
    }

    private static List<long> Edges(long min, long max)
    {
        var (low, high) = (Math.Log(min + 1), Math.Log(max + 1));
        var edges = new List<long> { min };
        for (var i = 1; i < Buckets; i++)
        {
            var edge = (long)Math.Ceiling(Math.Exp(low + ((high - low) * i / Buckets)) - 1);
            if (edge > edges[^1] && edge <= max) edges.Add(edge);
        }

        return edges;
    }

    private static int Bucket(List<long> edges, long price)
    {
        var found = edges.BinarySearch(price);
        return found >= 0 ? found : ~found - 1;
    }
}
