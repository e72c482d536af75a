using System.ComponentModel;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Api.Document;
using Marketplace.Web.Api.Http;
using Mediator;

namespace Marketplace.Web.Api;

[Description("One buyable variant; priceMinor is null where it is not sold in the currency.")]
internal sealed record ProductOffer(
    string OfferId, string Sku, string? Gtin, IReadOnlyList<string> OptionValues, long? PriceMinor, long? CompareAtMinor, int Available);

[Description("One line of the table of facts.")]
internal sealed record ProductFactShape(string Code, string Name, string Value);

[Description("A product as its page shows it.")]
internal sealed record ProductShape(
    string Id, string ShortId, string Title, string Url, string Description, string Brand, string CurrencyCode,
    IReadOnlyList<OptionShape> Options, IReadOnlyList<ProductOffer> Offers, IReadOnlyList<ProductFactShape> Facts,
    IReadOnlyList<PictureShape> Pictures, ShopShape Shop, double Rating, int Ratings, DateTime PublishedAt)
{
    public static ProductShape Of(ProductPage page) => new(
        PublicId.Of(PublicId.Listing, page.ListingId), page.ShortId, page.Title, page.Url, page.DescriptionText, page.Brand,
        page.CurrencyCode, [.. page.Options.Select(o => new OptionShape(o.Name, o.Values))],
        [.. page.Variants.Select(v => new ProductOffer(
            PublicId.Of(PublicId.Offer, v.OfferId), v.Sku, v.Gtin, v.OptionValues, v.PriceMinor, v.CompareAtMinor, v.Available))],
        [.. page.Facts.Select(f => new ProductFactShape(f.Code, f.Name, f.Value))],
        [.. page.Pictures.Select(p => new PictureShape(p.Ref, p.Alt))], new ShopShape(page.Seller.Slug, page.Seller.Name),
        page.RatingHundredths / 100d, page.RatingCount, page.PublishedAtUtc);
}

/// <summary>A product, open to everybody.</summary>
internal static class ProductsApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/products/{shortId}", GetAsync)
        .Describe("getProduct", "Shop window", "Read a product", null, "What its page shows, with prices of the market.")
        .At("shortId", "The end of the product's address.", "8q4zk2m1va").With(SearchApi.Country, SearchApi.CurrencyCode)
        .Gives(200, "The product.", new ProductShape(
            ExampleId.Listing, "8q4zk2m1va", "Speckled mug", "/p/speckled-mug-8q4zk2m1va",
            "Thrown by hand from dark stoneware and glazed twice.", "Kiln & Clay", "EUR", [],
            [new ProductOffer(ExampleId.Offer, "MUG-SPECKLED", null, [], 1900, null, 11)],
            [new ProductFactShape("material", "Material", "Stoneware")], [], new ShopShape("kiln-and-clay", "Kiln & Clay"), 4.8, 31,
            new DateTime(2026, 3, 2, 9, 30, 0, DateTimeKind.Utc)))
        .Refuses(404, "listing.not-shown", "This product is not on sale any more.");

    private static async Task<IResult> GetAsync(HttpContext http, ISender sender, ICurrentMarket market, ISettings settings)
    {
        var found = await sender.Send(
            new GetProductPage(Query.Path(http, "shortId"), await SearchApi.MarketAsync(http, market, settings)), http.RequestAborted);
        return found.Ok ? Results.Ok(ProductShape.Of(found.Value)) : new ApiRefusal(found.Error);
    }
}
