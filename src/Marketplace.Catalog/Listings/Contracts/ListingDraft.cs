namespace Marketplace.Catalog.Listings.Contracts;

/// <param name="PriceMinor">In whole quanta of the currency.</param>
/// <param name="CompareAtMinor">A price before, crossed out; above the price.</param>
public sealed record PriceDraft(string CurrencyCode, long PriceMinor, long? CompareAtMinor = null);

/// <summary>A count as the seller saw it and as it shall be: only the difference is applied.</summary>
/// <param name="LocationId">Null: the seller's first location, made when there is none.</param>
public sealed record StockDraft(string? LocationId, int Was, int Now);

/// <param name="Id">Null: a new variant.</param>
/// <param name="OptionValues">One value for each option, in their order.</param>
/// <param name="Prices">Currencies left out lose their price.</param>
public sealed record VariantDraft(
    string? Id, string Sku, string? Gtin, IReadOnlyList<string> OptionValues, int WeightGrams, string? PictureRef,
    IReadOnlyList<PriceDraft> Prices, IReadOnlyList<StockDraft> Stock);

/// <summary>Everything that the editor shows of a listing.</summary>
/// <param name="Attributes">Values by attribute code: numbers in invariant form, "true"/"false", values of choices.</param>
/// <param name="Variants">In their order; one without option values for a listing without options.</param>
public sealed record ListingDraft(
    string Title, string Description, string Brand, string? CategoryId,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes, IReadOnlyList<ListingOption> Options,
    IReadOnlyList<VariantDraft> Variants, IReadOnlyList<ListingPicture> Pictures,
    string SeoTitle = "", string SeoDescription = "", string Locale = ListingDraft.FirstLocale)
{
    /// <summary>The language that every listing has; others are added to it.</summary>
    public const string FirstLocale = "en";
}
