using System.Globalization;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront;

/// <summary>From what the search and the catalogue answer to what a tile shows.</summary>
public static class Tiles
{
    public static ProductTile Of(SearchHit hit, IStringLocalizer<Words> words) => new(
        hit.Title, Address(hit.Slug, hit.ShortId), Picture(hit.ImageRef, ""), hit.PriceMinMinor, hit.Currency)
    {
        ListingId = hit.ListingId,
        By = hit.Seller.Name,
        From = hit.PriceMaxMinor > hit.PriceMinMinor,
        Rating = hit.RatingCount > 0 ? (decimal)hit.RatingAverage : null,
        Reviews = hit.RatingCount,
        When = hit.InStock ? null : words["Sold out"].Value,
    };

    public static ProductTile Of(ListingCard card, IStringLocalizer<Words> words) => new(
        card.Title, card.Url, Picture(card.PictureRef, ""), card.PriceMinor, card.CurrencyCode)
    {
        ListingId = card.ListingId,
        WasMinor = card.CompareAtMinor,
        LowestMinor = card.LowestMinor,
        By = card.SellerName,
        From = card.IsFrom,
        Rating = card.RatingCount > 0 ? card.RatingHundredths / 100m : null,
        Reviews = card.RatingCount,
        When = card.IsAvailable ? null : words["Sold out"].Value,
    };

    public static string Address(string slug, string shortId) => $"/p/{slug}-{shortId}";

    /// <summary>A picture in the sizes of the media pipeline; beside its name it needs no words of its own.</summary>
    public static Picture? Picture(string? pictureRef, string alt) => pictureRef is null ? null : new Picture(
        Url(pictureRef, 640), alt, Tint(pictureRef),
        SrcSet: string.Join(", ", Sizes.Select(width => $"{Url(pictureRef, width)} {width.ToString(CultureInfo.InvariantCulture)}w")));

    public static string Url(string pictureRef, int width) => $"/media/{pictureRef}/{width.ToString(CultureInfo.InvariantCulture)}.webp";

    private static readonly int[] Sizes = [160, 320, 640, 960];

    /// <summary>The ground that shows until the picture is there; the same one every time.</summary>
    private static int Tint(string pictureRef) => (pictureRef[0] % 6) + 1;
}
