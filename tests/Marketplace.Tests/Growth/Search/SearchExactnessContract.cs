using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Tests.Growth.Search;

/// <summary>Totals, hits, facets and bounds against a plain count over the same documents.</summary>
public abstract class SearchExactnessContract : SearchEngineContract
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_catalogs_are_counted_exactly_after_updates_and_deletes(int seed)
    {
        var market = new RandomMarket(seed);
        var documents = await FillAsync(market);

        for (var round = 0; round < 60; round++)
        {
            var ask = market.Request();
            var expected = PlainSearch.Find(documents.Where(d => HasWord(d, ask.Text)), ask);

            var result = await Engine.SearchAsync(ask);

            Assert.Equal(expected.Count, result.Total);
            if (expected.Count <= ask.PageSize)
            {
                Assert.Equal(expected.Select(d => d.ListingId).Order(), result.Hits.Select(h => h.ListingId).Order());
            }

            AssertFacets([.. documents.Where(d => HasWord(d, ask.Text))], ask, result);
        }
    }

    private static void AssertFacets(IReadOnlyList<ListingDocument> documents, SearchRequest ask, SearchResult result)
    {
        foreach (var key in ask.FacetKeys)
        {
            Assert.Equal(
                PlainSearch.Counts(documents, ask, key).OrderBy(c => c.Key),
                result.Counts(key).OrderBy(c => c.Key));
        }

        Assert.Equal(
            PlainSearch.Bounds(documents, ask),
            result.Prices is { } p ? (p.MinMinor, p.MaxMinor) : null);
        Assert.Equal(
            PlainSearch.Find(documents, ask with { Price = null }).Count,
            result.Prices?.Histogram.Sum(b => b.Count) ?? 0);
    }

    /// <summary>
    /// Several refreshes make several segments; updates and tombstones leave deleted documents in them.
    /// </summary>
    private async Task<List<ListingDocument>> FillAsync(RandomMarket market)
    {
        var documents = Enumerable.Range(0, 240).Select(i => market.Listing(i)).ToDictionary(d => d.ListingId);
        foreach (var chunk in documents.Values.ToList().Chunk(50)) await Engine.With(chunk);

        foreach (var number in Enumerable.Range(0, 40).Select(i => i * 6))
        {
            var changed = market.Listing(number, version: 2);
            documents[changed.ListingId] = changed;
            await Engine.ApplyAsync(new IndexBatch([changed], null));
        }

        foreach (var id in documents.Keys.Where((_, i) => i % 17 == 0).ToList())
        {
            await Engine.ApplyAsync(new IndexBatch([ListingDocument.Tombstone(id, 3)], null));
            documents.Remove(id);
        }

        await Engine.RefreshAsync();
        return [.. documents.Values];
    }

    /// <summary>
    /// The catalog's single words stem to themselves, so that a plain comparison stands in for analysis.
    /// </summary>
    private static bool HasWord(ListingDocument document, string word) =>
        word.Length == 0
        || document.Title.Split(' ').Contains(word)
        || document.Attributes.Any(a => a.Value.Equals(word, StringComparison.OrdinalIgnoreCase))
        || document.InStockVariants.Any(v => v.Options.Any(o => o.Value.Equals(word, StringComparison.OrdinalIgnoreCase)));
}
