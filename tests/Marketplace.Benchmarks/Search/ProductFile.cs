using System.IO.Compression;
using System.Text.Json;
using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Benchmarks.Search;

/// <summary>Reads a gzipped file of products, one JSON object a line, as listings of a few sellers.</summary>
internal static class ProductFile
{
    private static readonly IndexedSeller[] Sellers =
        [.. Enumerable.Range(0, 40).Select(i => new IndexedSeller($"s{i}", $"shop-{i}", $"Shop {i}"))];

    public static IEnumerable<ListingDocument> Read(string path, string? source = null)
    {
        using var file = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var number = 0;
        while (file.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            if (source is null || Text(json.RootElement, "src") == source) yield return Map(json.RootElement, number++);
        }
    }

    private static ListingDocument Map(JsonElement product, int number)
    {
        var id = Text(product, "id");
        var price = Math.Max(100, product.GetProperty("price").GetInt64());
        var attributes = Attributes(product);
        return new ListingDocument
        {
            ListingId = id,
            ProductGroupId = id,
            Seller = Sellers[number % Sellers.Length],
            Status = IndexStatus.Active,
            IsBuyBox = true,
            Title = Text(product, "title"),
            Slug = id,
            ShortId = id,
            Brand = Text(product, "brand") is { Length: > 0 } brand ? brand : null,
            ProductType = attributes.GetValueOrDefault("product_type"),
            CategoryPath = [.. Text(product, "category").Split(" > ").Where(c => c != "Other")
                .Select(c => new IndexedCategory(c, c))],
            Description = Text(product, "desc"),
            Attributes = [.. attributes.Take(40).Select(a => new FacetToken(a.Key, a.Value)),
                new FacetToken("colour", Text(product, "colour"))],
            Prices = [new IndexedPrice("EUR", price, price)],
            ShipsTo = [ListingDocument.Everywhere],
            InStock = true,
            CreatedAtUtc = DateTimeOffset.UnixEpoch.AddHours(number),
            Gtins = Text(product, "ean") is { Length: > 0 } ean ? [ean] : [],
            Skus = [.. new[] { Text(product, "name"), Text(product, "mpn") }.Where(s => s.Length > 0).Distinct()],
            IndexVersion = 1,
        };
    }

    private static Dictionary<string, string> Attributes(JsonElement product) =>
        product.TryGetProperty("attrs", out var attributes) && attributes.ValueKind == JsonValueKind.Object
            ? attributes.EnumerateObject().Where(a => a.Value.ValueKind == JsonValueKind.String)
                .ToDictionary(a => a.Name, a => a.Value.GetString()!)
            : [];

    private static string Text(JsonElement product, string name) =>
        product.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}
