using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Web.Api.Http;

namespace Marketplace.Web.Api.Buying;

[Description("A new cart. Send the token with whatever concerns the cart, and keep it like a password.")]
internal sealed record NewCartShape(string Token, DateTime Until);

[Description("So many pieces of an offer more.")]
internal sealed record CartItemInput(
    string OfferId, [property: Range(1, 99)] int Quantity, [property: MaxLength(3)] string CurrencyCode);

[Description("How many pieces there shall be.")]
internal sealed record QuantityInput([property: Range(1, 99)] int Quantity);

[Description("What lies in the cart now; wasCut: fewer were left than wanted.")]
internal sealed record AddedShape(string Title, int Quantity, bool WasCut, int Pieces);

[Description("How one shop's parcel shall travel.")]
internal sealed record ChosenMethod([property: MaxLength(40)] string SellerId, [property: MaxLength(40)] string MethodId);

[Description("One choice a shop; shops that are not named keep theirs.")]
internal sealed record ShippingInput([property: MaxLength(20)] IReadOnlyList<ChosenMethod> Methods);

[Description(
    "An item of the cart. countedQuantity is what can be bought of it now, and what the totals count; problem says why it is less.")]
internal sealed record CartItemShape(
    string OfferId, string ListingId, string Title, string Options, string Sku, int Quantity, int CountedQuantity,
    long UnitPriceMinor, long LineMinor, LineProblem Problem)
{
    public static CartItemShape Of(PricedLine line) => new(
        PublicId.Of(PublicId.Offer, line.OfferId), PublicId.Of(PublicId.Listing, line.ListingId), line.Title, line.Options, line.Sku,
        line.Quantity, line.CountedQuantity, line.UnitPriceMinor, line.LineMinor, line.Problem);
}

[Description("A way to send a shop's parcel.")]
internal sealed record MethodShape(string MethodId, string Name, long AmountMinor, DateOnly ArrivesFrom, DateOnly ArrivesTo)
{
    public static MethodShape Of(ShippingOption option) => new(
        PublicId.Of(PublicId.Method, option.MethodId), option.Name, option.AmountMinor, option.ArrivesFrom, option.ArrivesTo);
}

[Description("One shop's part of the cart. methodId is the way chosen, else the cheapest.")]
internal sealed record CartSellerShape(
    string SellerId, ShopShape Shop, IReadOnlyList<CartItemShape> Items, IReadOnlyList<MethodShape> Methods, string? MethodId,
    long ItemsMinor, long ShippingMinor, long TotalMinor);

[Description(
    "A cart with the prices, stock, delivery and tax of this moment. taxMinor lies within the prices when priceIncludesTax, else on top. "
    + "isReady: everything in it can be ordered as it stands.")]
internal sealed record CartShape(
    string CurrencyCode, string Country, IReadOnlyList<CartSellerShape> Sellers, long ItemsMinor, long ShippingMinor, long TaxMinor,
    bool PriceIncludesTax, long TotalMinor, bool IsReady)
{
    public static CartShape Of(PricedCart cart) => new(
        cart.CurrencyCode, cart.Destination.Country,
        [.. cart.Sellers.Select(s => new CartSellerShape(
            PublicId.Of(PublicId.Seller, s.TenantId), new ShopShape(s.Slug, s.Name), [.. s.Lines.Select(CartItemShape.Of)],
            [.. s.Options.Select(MethodShape.Of)], PublicId.OrNull(PublicId.Method, s.Shipping?.MethodId), s.ItemsMinor,
            s.Shipping?.AmountMinor ?? 0, s.TotalMinor))],
        cart.ItemsMinor, cart.ShippingMinor, cart.TaxMinor, cart.PriceIncludesTax, cart.TotalMinor, cart.IsReady);
}
