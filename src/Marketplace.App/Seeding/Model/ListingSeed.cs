namespace Marketplace.App.Seeding.Model;

public enum ListingStatusSeed
{
    Published,
    Draft,
    Paused,
}

/// <summary>One listing of <c>products.csv</c>: consecutive rows with one handle.</summary>
/// <param name="Line">Where it begins in its file, for messages.</param>
/// <param name="RatingHundredths">4.9 stars is 490.</param>
public sealed record ListingSeed(
    int Line, string Handle, string Title, string Category, ListingStatusSeed Status, string Description,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes, IReadOnlyList<string> OptionNames,
    IReadOnlyList<VariantSeed> Variants, IReadOnlyList<ImageSeed> Images, string SeoTitle, string SeoDescription,
    IReadOnlyList<string> Tags, string Origin, int RatingCount, int RatingHundredths, IReadOnlyList<ReviewSeed> Reviews);

/// <param name="Prices">Minor units by currency; a missing currency means "not offered in it".</param>
/// <param name="Stock">Units by the key of a location.</param>
public sealed record VariantSeed(
    int Line, IReadOnlyList<string> OptionValues, string Sku, string? Gtin, IReadOnlyDictionary<string, PriceSeed> Prices,
    int WeightGrams, IReadOnlyDictionary<string, int> Stock, string? Image);

public sealed record PriceSeed(long PriceMinor, long? CompareAtMinor);

public sealed record ReviewSeed(string Name, int Stars, string Text);
