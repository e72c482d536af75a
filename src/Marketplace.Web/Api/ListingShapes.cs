using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Web.Api.Http;

namespace Marketplace.Web.Api;

[Description("A line of the list of listings. Prices are the lowest of each currency.")]
internal sealed record ListingItem(
    string Id, string ShortId, string Title, ListingState State, bool HasChanges, string FirstSku, int Offers, int Available,
    IReadOnlyList<Price> Prices, DateTime ChangedAt, string? Url)
{
    public static ListingItem Of(MyListingRow row) => new(
        PublicId.Of(PublicId.Listing, row.Id), row.ShortId, row.Title, row.State, row.HasChanges, row.FirstSku, row.Variants,
        row.Available, [.. row.Prices.Select(p => new Price(p.CurrencyCode, p.PriceMinor))], row.ChangedAtUtc, row.Url);
}

[Description("What one unit costs in one currency. compareAtMinor is a price before, crossed out.")]
internal sealed record OfferPriceShape(
    [property: MaxLength(3)] string CurrencyCode, [property: Range(1, 100_000_000_000)] long PriceMinor, long? CompareAtMinor = null);

[Description("What buyers choose, like colour, with its values.")]
internal sealed record OptionShape([property: MaxLength(40)] string Name, [property: MaxLength(50)] IReadOnlyList<string> Values);

[Description("A picture of the shop's library and what it shows.")]
internal sealed record PictureShape([property: MaxLength(64)] string Ref, [property: MaxLength(200)] string Alt);

[Description(
    "One buyable variant. Leave offerId out for a new one; offers that are not named are removed. Prices named are all there are.")]
internal sealed record OfferInput(
    [property: MaxLength(64)] string Sku, IReadOnlyList<string> OptionValues, [property: Range(0, 1_000_000)] int WeightGrams,
    IReadOnlyList<OfferPriceShape> Prices, string? OfferId = null, string? Gtin = null, string? PictureRef = null);

[Description("A listing as its seller writes it. Buyers see it with the next publication, prices at once.")]
internal sealed record ListingInput(
    [property: MaxLength(150)] string Title, string Description, [property: MaxLength(80)] string Brand,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes, [property: MaxLength(3)] IReadOnlyList<OptionShape> Options,
    [property: MaxLength(100)] IReadOnlyList<OfferInput> Variants, [property: MaxLength(12)] IReadOnlyList<PictureShape> Pictures,
    string? CategoryId = null, [property: MaxLength(70)] string SeoTitle = "", [property: MaxLength(170)] string SeoDescription = "",
    [property: MaxLength(12)] string Locale = ListingDraft.FirstLocale)
{
    public ListingDraft ToDraft() => new(
        Title, Description, Brand, PublicId.ReadOrNull(PublicId.Category, CategoryId), Attributes,
        [.. Options.Select(o => new ListingOption(o.Name, [.. o.Values]))], [.. Variants.Select(ToDraft)],
        [.. Pictures.Select(p => new ListingPicture(p.Ref, p.Alt))], SeoTitle, SeoDescription, Locale);

    /// <summary>Stock is counted by its own operation.</summary>
    private static VariantDraft ToDraft(OfferInput offer) => new(
        PublicId.ReadOrNull(PublicId.Offer, offer.OfferId), offer.Sku, offer.Gtin, offer.OptionValues, offer.WeightGrams,
        offer.PictureRef, [.. offer.Prices.Select(p => new PriceDraft(p.CurrencyCode, p.PriceMinor, p.CompareAtMinor))], []);
}

[Description("One buyable variant as it stands.")]
internal sealed record OfferShape(
    string OfferId, string Sku, string? Gtin, IReadOnlyList<string> OptionValues, int WeightGrams, string? PictureRef,
    IReadOnlyList<OfferPriceShape> Prices);

[Description("A listing as its seller wrote it, with its version.")]
internal sealed record ListingShape(
    string Id, string ShortId, ListingState State, bool HasChanges, long Version, string? Url, DateTime ChangedAt,
    DateTime? PublishedAt, string Title, string Description, string Brand, string? CategoryId,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes, IReadOnlyList<OptionShape> Options,
    IReadOnlyList<OfferShape> Variants, IReadOnlyList<PictureShape> Pictures, string SeoTitle, string SeoDescription, string Locale)
{
    public static ListingShape Of(MyListing listing)
    {
        var draft = listing.Draft;
        return new ListingShape(
            PublicId.Of(PublicId.Listing, listing.Id), listing.ShortId, listing.State, listing.HasChanges, listing.Version, listing.Url,
            listing.ChangedAtUtc, listing.PublishedAtUtc, draft.Title, draft.Description, draft.Brand,
            PublicId.OrNull(PublicId.Category, draft.CategoryId), draft.Attributes,
            [.. draft.Options.Select(o => new OptionShape(o.Name, o.Values))],
            [.. draft.Variants.Select(v => new OfferShape(
                PublicId.Of(PublicId.Offer, v.Id!), v.Sku, v.Gtin, v.OptionValues, v.WeightGrams, v.PictureRef,
                [.. v.Prices.Select(p => new OfferPriceShape(p.CurrencyCode, p.PriceMinor, p.CompareAtMinor))]))],
            [.. draft.Pictures.Select(p => new PictureShape(p.Ref, p.Alt))], draft.SeoTitle, draft.SeoDescription, draft.Locale);
    }
}

[Description("What was saved, under which version.")]
internal sealed record SavedListingShape(string Id, string ShortId, long Version)
{
    public static SavedListingShape Of(SavedListing saved) =>
        new(PublicId.Of(PublicId.Listing, saved.ListingId), saved.ShortId, saved.Version);
}

/// <param name="Held">The marketplace looks at it before buyers see it.</param>
internal sealed record PublishingShape(bool Held);
