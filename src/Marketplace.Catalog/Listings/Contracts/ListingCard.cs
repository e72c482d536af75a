namespace Marketplace.Catalog.Listings.Contracts;

/// <summary>A listing in a grid.</summary>
/// <param name="PriceMinor">The lowest of its variants' prices in the market's currency.</param>
/// <param name="LowestMinor">The lowest price of the 30 days before, where a reduction is announced.</param>
/// <param name="IsFrom">Its variants have different prices.</param>
public sealed record ListingCard(
    string ListingId, string TenantId, string Slug, string ShortId, string Title, string Brand, string? PictureRef,
    string PictureAlt, long PriceMinor, long? CompareAtMinor, long? LowestMinor, bool IsFrom, string CurrencyCode, bool IsAvailable,
    int VariantCount, string SellerSlug, string SellerName, int RatingHundredths, int RatingCount)
{
    public string Url => $"/p/{Slug}-{ShortId}";
}
