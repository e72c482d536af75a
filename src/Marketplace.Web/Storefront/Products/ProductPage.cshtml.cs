using System.Globalization;
using System.Text.Json;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Shipping;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Market;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Storefront.Products;

/// <summary>A listing with one of its variants chosen: <c>/p/{slug}-{shortId}?v={offer}</c>.</summary>
[OutputCache(PolicyName = ShopCache.Name)]
public sealed class ProductPageModel(
    ISender sender, ICurrentMarket market, CallerAccessor caller, IFeatures features, IOptions<PlatformOptions> platform,
    IStringLocalizer<Words> words, DisplayClock clock) : PageModel
{
    public Catalog.Listings.Contracts.ProductPage Product { get; private set; } = null!;

    public ProductVariant? Variant { get; private set; }

    public IReadOnlyList<ListingPicture> Pictures { get; private set; } = [];

    public IReadOnlyList<OptionChoice> Choices { get; private set; } = [];

    public IReadOnlyList<Link> Crumbs { get; private set; } = [];

    public ShippingOption? Delivery { get; private set; }

    public bool CanAsk { get; private set; }

    public string Description => Product.SeoDescription != "" ? Product.SeoDescription
        : Product.DescriptionText.Length <= 160 ? Product.DescriptionText : Product.DescriptionText[..157] + "…";

    public string Canonical => platform.Value.Url + Product.Url;

    public string Country => market.Market.Country;

    public DateTime Today => clock.Today;

    public string? TaxNote => TaxNotes.Of(market.Market.Country) is { } note ? words[note].Value : null;

    public string SellerNote => string.Join(" · ", new[]
    {
        Product.Seller.City == "" ? MarketShell.CountryName(Product.Seller.Country) : Product.Seller.City,
        Product.Seller.RatingCount == 0 ? null
            : $"★ {(Product.Seller.RatingHundredths / 100m).ToString("0.0", CultureInfo.CurrentCulture)}",
    }.OfType<string>());

    public string DeliveryNote
    {
        get
        {
            if (Delivery is not { } way) return "";
            if (way.Pickup is { } door) return words["Fetch it at {0}, {1} {2}", door.Line1, door.Postcode, door.City];
            var place = MarketShell.CountryName(market.Market.Country);
            var cost = way.AmountMinor == 0
                ? words["to {0}, free", place].Value
                : words["to {0}, {1}", place, Money(way.AmountMinor)].Value;
            return way.AmountMinor > 0 && way.FreeFromMinor is { } free
                ? $"{cost}, {words["free from {0} at this shop", Money(free)].Value}" : cost;
        }
    }

    /// <summary>What search engines read of the page; the same facts that people see.</summary>
    public string Data { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string address, string? v)
    {
        var shortId = address[(address.LastIndexOf('-') + 1)..];
        var found = await sender.Send(new GetProductPage(shortId, market.Market), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        Product = found.Value;
        if ($"{Product.Slug}-{Product.ShortId}" != address) return RedirectPermanent(Product.Url + Request.QueryString);

        Variant = Product.Variants.FirstOrDefault(one => one.OfferId == v)
            ?? Product.Variants.FirstOrDefault(one => one.IsBuyable) ?? (Product.Variants.Count > 0 ? Product.Variants[0] : null);
        Pictures = [.. Product.Pictures.OrderBy(picture => picture.Ref == Variant?.PictureRef ? 0 : 1)];
        Choices = OptionChoice.Of(Product, Variant);
        Crumbs = [.. Product.Path.Select(node => new Link(node.NameIn(market.Market.Locale), $"/c/{node.Slug}"))];
        Delivery = await DeliveryAsync();
        CanAsk = await features.IsOnAsync(
            Feature.Questions, Product.TenantId, caller.Caller.BuyerId, HttpContext.RequestAborted);
        Data = StructuredData();
        return Page();
    }

    private async Task<ShippingOption?> DeliveryAsync()
    {
        if (Variant?.PriceMinor is not { } price) return null;
        var estimate = await sender.Send(new EstimateDelivery(
            Product.TenantId, Variant.WeightGrams, price, Product.CurrencyCode, market.Market.Country,
            market.Market.Region), HttpContext.RequestAborted);
        return estimate is { Ok: true, Value.Options: [var first, ..] } ? first : null;
    }

    private string StructuredData()
    {
        var data = new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org", ["@type"] = "Product", ["name"] = Product.Title, ["sku"] = Variant?.Sku,
            ["gtin"] = Variant?.Gtin, ["description"] = Description, ["url"] = Canonical,
            ["image"] = Pictures.Select(picture => platform.Value.Url + Tiles.Url(picture.Ref, 960)),
        };
        if (Product.Brand != "") data["brand"] = new Dictionary<string, object?> { ["@type"] = "Brand", ["name"] = Product.Brand };
        if (Product.RatingCount > 0)
            data["aggregateRating"] = new Dictionary<string, object?>
            {
                ["@type"] = "AggregateRating", ["ratingValue"] = Product.RatingHundredths / 100m, ["reviewCount"] = Product.RatingCount,
            };
        if (Variant?.PriceMinor is { } price)
            data["offers"] = new Dictionary<string, object?>
            {
                ["@type"] = "Offer", ["priceCurrency"] = Product.CurrencyCode,
                ["price"] = new Amount(price, Product.CurrencyCode).ToMajor(),
                ["availability"] = "https://schema.org/" + (Variant.IsBuyable ? "InStock" : "OutOfStock"), ["url"] = Canonical,
                ["seller"] = new Dictionary<string, object?> { ["@type"] = "Organization", ["name"] = Product.Seller.Name },
            };
        return JsonSerializer.Serialize(data);
    }

    private string Money(long minor) => MoneyText.Format(minor, Product.CurrencyCode, CultureInfo.CurrentCulture, whole: true);
}
