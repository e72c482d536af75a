using Marketplace.Catalog.Taxonomy.Contracts;

namespace Marketplace.Catalog.Listings.Contracts;

/// <param name="PriceMinor">Of this moment, a sale's while it runs. Null: not sold in the market's currency.</param>
/// <param name="LowestMinor">The lowest price of the 30 days before, where a reduction is announced.</param>
public sealed record ProductVariant(
    string OfferId, string Sku, string? Gtin, IReadOnlyList<string> OptionValues, string OptionsText, long? PriceMinor,
    long? CompareAtMinor, long? LowestMinor, int Available, string? PictureRef, int WeightGrams)
{
    public bool IsBuyable => PriceMinor is not null && Available > 0;
}

/// <summary>Who sells it, as the page shows it.</summary>
public sealed record ProductSeller(
    string TenantId, string Slug, string Name, string Tagline, string City, string Country, DateTime SinceUtc,
    string BrandColour, string? LogoRef, string ReturnsPolicy, string ShippingPolicy, int ReturnWindowDays,
    int RatingHundredths, int RatingCount, int OrdersShipped);

/// <summary>The same thing at another seller's.</summary>
public sealed record OtherOffer(
    string ListingId, string OfferId, string Slug, string ShortId, string Title, string SellerSlug, string SellerName,
    int SellerRatingHundredths, int SellerRatingCount, long PriceMinor, int Available)
{
    public string Url => $"/p/{Slug}-{ShortId}";
}

/// <summary>One line of the table of facts.</summary>
public sealed record ProductFact(string Code, string Name, string Value);

public sealed record ProductPage(
    string ListingId, string TenantId, string RevisionId, string ShortId, string Slug, string Title, string DescriptionHtml,
    string DescriptionText, string SeoTitle, string SeoDescription, string Brand, IReadOnlyList<CategoryNode> Path,
    IReadOnlyList<ProductFact> Facts, IReadOnlyList<ListingPicture> Pictures, IReadOnlyList<ListingOption> Options,
    IReadOnlyList<ProductVariant> Variants, ProductSeller Seller, IReadOnlyList<OtherOffer> OtherOffers,
    string CurrencyCode, int RatingHundredths, int RatingCount, IReadOnlyList<int> Stars, ListingTalk? Talk,
    DateTime PublishedAtUtc)
{
    public string Url => $"/p/{Slug}-{ShortId}";
}
