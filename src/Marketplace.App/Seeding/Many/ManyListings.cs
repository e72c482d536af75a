using Bogus;
using Marketplace.App.Seeding.Bulk;
using Marketplace.App.Seeding.Model;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Media.Model;
using Marketplace.Kernel.Values;

namespace Marketplace.App.Seeding.Many;

/// <summary>
/// Listings by the thousand: each is a variation on one of the demo's, with another maker, name, price and stock, so
/// that words, attributes and pictures still belong together.
/// </summary>
internal sealed class ManyListings(
    DemoWorld world, IReadOnlyDictionary<string, string> categories, IReadOnlyDictionary<string, MediaAsset> pictures)
{
    private const int MostVariants = 3;
    private static readonly string[] Currencies = ["EUR", "USD", "GBP"];

    private readonly List<ListingSeed> _patterns = [.. world.Shops.SelectMany(s => s.Listings)
        .Where(l => l.Status == ListingStatusSeed.Published && l.Images.Any(i => pictures.ContainsKey(i.Image)))];

    private readonly HashSet<string> _truths = world.Platform.Attributes.Where(a => a.Type == "boolean")
        .Select(a => a.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>A draft and the pictures it uses.</summary>
    public (ListingDraft Draft, IReadOnlyList<MediaAsset> Pictures) Next(GeneratedSeller seller, string number, Faker faker)
    {
        var pattern = faker.PickRandom(_patterns);
        var images = pattern.Images.Where(i => pictures.ContainsKey(i.Image)).DistinctBy(i => pictures[i.Image].PictureRef)
            .Take(4).ToList();
        var factor = faker.Random.Double(0.6, 1.8);
        var words = $"{faker.Commerce.ProductAdjective()} {char.ToLowerInvariant(pattern.Title[0])}{pattern.Title[1..]}";
        var title = Cut($"{words}, {faker.Commerce.Color()} edition {number}", 150);
        var draft = new ListingDraft(
            title, $"{pattern.Description}\n\n{faker.Lorem.Paragraph(2)}", seller.Name, categories[pattern.Category],
            Attributes(pattern), Options(pattern), [.. pattern.Variants.Take(MostVariants).Select((v, i) =>
                Variant(v, $"{number}-{i + 1}", factor, seller.LocationId, faker))],
            [.. images.Select(i => new ListingPicture(pictures[i.Image].PictureRef, i.Alt))],
            Cut(title, 70), Cut(pattern.SeoDescription, 170));
        return (draft, [.. images.Select(i => pictures[i.Image])]);
    }

    private static List<ListingOption> Options(ListingSeed pattern) => [.. pattern.OptionNames.Select((name, i) => new ListingOption(
        name, [.. pattern.Variants.Take(MostVariants).Select(v => v.OptionValues[i]).Distinct(StringComparer.Ordinal)]))];

    private Dictionary<string, IReadOnlyList<string>> Attributes(ListingSeed pattern) => pattern.Attributes.ToDictionary(
        a => a.Key,
        a => _truths.Contains(a.Key) ? [a.Value is ["yes"] ? "true" : "false"] : a.Value, StringComparer.Ordinal);

    private VariantDraft Variant(VariantSeed pattern, string sku, double factor, string locationId, Faker faker) => new(
        null, sku, null, pattern.OptionValues, pattern.WeightGrams,
        pattern.Image is { } image ? pictures.GetValueOrDefault(image)?.PictureRef : null,
        [.. Currencies.Where(pattern.Prices.ContainsKey).Select(c => new PriceDraft(c, Price(pattern.Prices[c].PriceMinor, c, factor)))],
        [new StockDraft(locationId, 0, faker.Random.Bool(0.05f) ? 0 : faker.Random.Int(1, 60))]);

    /// <summary>Whole quanta, and never less than can be charged.</summary>
    private static long Price(long minor, string currencyCode, double factor)
    {
        var currency = Currency.Of(currencyCode);
        var wanted = Math.Max(currency.MinimumChargeMinor, (long)(minor * factor));
        return (wanted + currency.QuantumMinor - 1) / currency.QuantumMinor * currency.QuantumMinor;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length].TrimEnd();
}
