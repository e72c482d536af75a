using System.Diagnostics;
using Marketplace.Growth.Search.Adapters.Lucene;
using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Benchmarks.Search;

/// <summary>
/// Faceted text queries from narrow to very broad, half of them with two chosen filters, over a generated catalog,
/// one client, wall time in process. Fails when the 95th percentile exceeds 20 ms.
/// </summary>
internal static class SearchLatency
{
    private const double GateMilliseconds = 20;
    private static readonly string[] Adjectives =
        ["red", "blue", "oak", "steel", "small", "large", "vintage", "modern", "wireless", "handmade", "soft", "light"];
    private static readonly string[] Colours = ["Red", "Blue", "Green", "Black", "White", "Grey", "Brown", "Yellow"];
    private static readonly string[] Sizes = ["XS", "S", "M", "L", "XL"];

    public static async Task<int> RunAsync(int documents)
    {
        var build = Stopwatch.StartNew();
        await using var engine = await SearchRelevance.FillAsync(Generate(documents), RankingModel.Default);
        Console.WriteLine($"{documents} documents in {build.Elapsed.TotalSeconds:0.0} s");

        var random = new Random(7);
        foreach (var _ in Enumerable.Range(0, 300)) await engine.SearchAsync(Request(random));
        var times = new List<double>();
        var hits = 0L;
        var processor = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < 2_000; i++)
        {
            var request = Request(random);
            var start = Stopwatch.GetTimestamp();
            hits += (await engine.SearchAsync(request)).Total;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        processor = Environment.CpuUsage.TotalTime - processor;
        times.Sort();
        var p95 = times[(int)(times.Count * 0.95)];
        Console.WriteLine($"faceted query: p50 {times[times.Count / 2]:0.00} ms, p95 {p95:0.00} ms, "
            + $"p99 {times[(int)(times.Count * 0.99)]:0.00} ms, working set {Environment.WorkingSet >> 20} MB; "
            + $"{hits / times.Count} hits and {processor.TotalMilliseconds / times.Count:0.00} ms of processor a query");
        return p95 <= GateMilliseconds ? 0 : 1;
    }

    private static SearchRequest Request(Random random) => new()
    {
        Text = random.Next(4) switch
        {
            0 => $"thing{random.Next(400)}",
            1 => $"{Pick(random, Adjectives)} thing{random.Next(400)}",
            2 => $"{Pick(random, Adjectives)} thing{random.Next(400)} home",
            _ => Pick(random, Adjectives),
        },
        Currency = "EUR",
        Country = "DE",
        Filters = random.Next(2) == 0
            ? []
            : [new FacetFilter("colour", [Pick(random, Colours), "Red"]), new FacetFilter("size", [Pick(random, Sizes)])],
        Price = random.Next(4) == 0 ? new PriceFilter(500, 20_000) : null,
        FacetKeys = [FacetKeys.Brand, FacetKeys.Category, FacetKeys.Seller, FacetKeys.Rating, "colour", "size"],
    };

    private static IEnumerable<ListingDocument> Generate(int count)
    {
        var random = new Random(11);
        for (var i = 0; i < count; i++)
        {
            var (category, price) = (random.Next(40), random.Next(100, 50_000));
            yield return new ListingDocument
            {
                ListingId = $"l{i:0000000}",
                ProductGroupId = $"g{i}",
                Seller = Seller(random.Next(200)),
                Status = IndexStatus.Active,
                IsBuyBox = random.Next(10) > 0,
                Title = $"{Pick(random, Adjectives)} {Pick(random, Adjectives)} thing{random.Next(400)} for home {i}",
                Slug = $"l{i}",
                ShortId = $"l{i}",
                Brand = $"Brand {random.Next(300)}",
                CategoryPath = [new($"r{category / 8}", $"Room {category / 8}"), new($"c{category}", $"Things {category}")],
                Description = string.Join(' ', Enumerable.Range(0, 40).Select(_ => $"word{random.Next(5_000)}")),
                Attributes = [new("material", Pick(random, Adjectives))],
                InStockVariants = [.. Enumerable.Range(0, 4).Select(_ => new VariantOptions(
                    [new("colour", Pick(random, Colours)), new("size", Pick(random, Sizes))]))],
                Prices = [new("EUR", price, price + 500), new("USD", price + 100, price + 700)],
                ShipsTo = random.Next(3) == 0 ? ["DE", "FR"] : [ListingDocument.Everywhere],
                InStock = random.Next(20) > 0,
                RatingAverage = random.Next(20, 50) / 10.0,
                RatingCount = random.Next(200),
                Popularity = random.Next(1_000),
                CreatedAtUtc = DateTimeOffset.UnixEpoch.AddMinutes(i),
                IndexVersion = 1,
            };
        }
    }

    private static IndexedSeller Seller(int number) => new($"s{number}", $"shop-{number}", $"Shop {number}");

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
