using Marketplace.Growth.Search.Adapters.Lucene;
using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Benchmarks.Search;

/// <summary>
/// NDCG@10 against human judgments (gain 2^rating − 1). Plain counts an unjudged hit as worthless, condensed leaves
/// unjudged hits out: labels were pooled from another engine, so both are needed. Fails below the gates.
/// </summary>
internal static class SearchRelevance
{
    private const double CondensedGate = 0.80;
    private const double PlainGate = 0.70;
    private const int Pages = 10;

    public static async Task<int> RunAsync(string products, string judgments)
    {
        var labels = ReadJudgments(judgments);
        await using var engine = await FillAsync(ProductFile.Read(products, "icecat"), RankingModel.Default);
        var scores = new List<Score>();
        foreach (var (query, ratings) in labels.Where(q => q.Value.Values.Any(r => r > 0)))
        {
            scores.Add(await MeasureAsync(engine, query, ratings));
        }

        foreach (var score in scores.OrderBy(s => s.Condensed).Take(15))
        {
            Console.WriteLine($"  {score.Condensed:0.000} {score.Plain:0.000} {score.Query}");
        }

        var (plain, condensed) = (scores.Average(s => s.Plain), scores.Average(s => s.Condensed));
        var zero = scores.Count(s => s.Total == 0);
        Console.WriteLine($"{scores.Count} queries: NDCG@10 {plain:0.0000}, condensed {condensed:0.0000}, "
            + $"judged@10 {scores.Average(s => s.Judged):P0}, zero-result {zero}");
        return condensed >= CondensedGate && plain >= PlainGate && zero == 0 ? 0 : 1;
    }

    public static async Task<ISearchEngine> FillAsync(IEnumerable<ListingDocument> documents, RankingModel model)
    {
        var path = Directory.CreateTempSubdirectory("search-benchmark-").FullName;
        var engine = new LuceneSearchEngine(path, TimeProvider.System, model);
        foreach (var chunk in documents.Chunk(SearchLimits.MaxBatch))
        {
            await engine.ApplyAsync(new IndexBatch(chunk, null));
        }

        await engine.CommitAsync();
        await engine.RefreshAsync();
        return engine;
    }

    private static async Task<Score> MeasureAsync(ISearchEngine engine, string query, Dictionary<string, int> ratings)
    {
        var (ids, total) = await RankAsync(engine, query);
        var ideal = Dcg(ratings.Values.OrderDescending());
        return new Score(
            query,
            Dcg(ids.Select(id => ratings.GetValueOrDefault(id))) / ideal,
            Dcg(ids.Where(ratings.ContainsKey).Select(id => ratings[id])) / ideal,
            ids.Take(10).Count(ratings.ContainsKey) / 10.0,
            total);
    }

    /// <summary>Deep enough that the condensed figure finds ten judged listings wherever there are ten.</summary>
    private static async Task<(List<string> Ids, int Total)> RankAsync(ISearchEngine engine, string query)
    {
        var request = new SearchRequest { Text = query, Currency = "EUR", PageSize = SearchLimits.MaxPageSize };
        var ids = new List<string>();
        SearchResult page;
        do
        {
            page = await engine.SearchAsync(request);
            ids.AddRange(page.Hits.Select(h => h.ListingId));
            request = request with { Page = request.Page + 1 };
        }
        while (page.Hits.Count > 0 && request.Page <= Pages);

        return (ids, page.Total);
    }

    private static double Dcg(IEnumerable<int> ratings) =>
        ratings.Take(10).Select((rating, i) => (Math.Pow(2, rating) - 1) / Math.Log2(i + 2)).Sum();

    private static Dictionary<string, Dictionary<string, int>> ReadJudgments(string path) =>
        File.ReadLines(path).Skip(1).Select(line => line.Split(','))
            .Where(parts => parts.Length == 3)
            .GroupBy(parts => parts[0])
            .ToDictionary(q => q.Key, q => q.ToDictionary(p => p[1], p => int.Parse(p[2])));

    private sealed record Score(string Query, double Plain, double Condensed, double Judged, int Total);
}
