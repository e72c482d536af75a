using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Orders;
using Marketplace.Web.Api.Http;

namespace Marketplace.Web.Api.Buying;

[Description("Where the parcels go.")]
internal sealed record AddressInput(
    [property: MaxLength(120)] string Name, [property: MaxLength(160)] string Line1, [property: MaxLength(20)] string Postcode,
    [property: MaxLength(100)] string City, [property: MaxLength(2)] string Country, [property: MaxLength(160)] string? Line2 = null,
    [property: MaxLength(120)] string? Company = null, [property: MaxLength(60)] string? Region = null);

[Description("What a buyer says to order. expectedTotalMinor is the total that they were shown: another one orders nothing.")]
internal sealed record CheckoutInput(
    [property: MaxLength(254)] string Email, AddressInput ShipTo, [property: MaxLength(3)] string CurrencyCode, long ExpectedTotalMinor,
    [property: MaxLength(40)] string? Phone = null)
{
    public CheckoutDetails ToDetails() => new()
    {
        Email = Email, Phone = Phone, ShipTo = new Address
        {
            Name = ShipTo.Name, Line1 = ShipTo.Line1, Line2 = ShipTo.Line2, Company = ShipTo.Company, Postcode = ShipTo.Postcode,
            City = ShipTo.City, Region = ShipTo.Region, Country = ShipTo.Country,
        },
    };
}

[Description("The order waits for its payment, for half an hour. Lead the buyer to paymentUrl; the token reads the order from then on.")]
internal sealed record CheckoutShape(string PurchaseId, string Token, string PaymentUrl);

[Description("A parcel.")]
internal sealed record ParcelShape(
    string CarrierName, string? TrackingNumber, string? TrackingUrl, DateTime ShippedAt, DateOnly ArrivesTo);

[Description("What was ordered.")]
internal sealed record PurchaseItemShape(
    string Title, string Options, string Sku, int Quantity, int ShippedQuantity, int CancelledQuantity, long UnitPriceMinor,
    long TotalMinor);

[Description("What one shop sends.")]
internal sealed record PurchasePartShape(
    string OrderId, string? Number, ShopShape Shop, FulfilmentState State, long ItemsMinor, long ShippingMinor, long TotalMinor,
    DateOnly ShipBy, DateOnly ArrivesFrom, DateOnly ArrivesTo, DateTime? DeliveredAt, IReadOnlyList<PurchaseItemShape> Items,
    IReadOnlyList<ParcelShape> Parcels)
{
    public static PurchasePartShape Of(PartView part) => new(
        PublicId.Of(PublicId.Order, part.SellerOrderId), part.Number, new ShopShape(part.SellerSlug, part.SellerName), part.State,
        part.ItemsMinor, part.ShippingMinor, part.TotalMinor, part.ShipByDate, part.ArrivesFromDate, part.ArrivesToDate,
        part.DeliveredAtUtc,
        [.. part.Lines.Select(l => new PurchaseItemShape(
            l.Title, l.Options, l.Sku, l.Quantity, l.ShippedQuantity, l.CancelledQuantity, l.UnitPriceMinor, l.GrossMinor))],
        [.. part.Shipments.Select(s => new ParcelShape(
            s.CarrierName, s.TrackingNumber, s.TrackingUrl, s.ShippedAtUtc, s.ArrivesToDate))]);
}

[Description("A whole purchase, of one shop or of several. number is null until it is paid.")]
internal sealed record PurchaseShape(
    string PurchaseId, long? Number, OrderState State, string CurrencyCode, long ItemsMinor, long ShippingMinor, long TaxMinor,
    bool PriceIncludesTax, long TotalMinor, DateTime? PlacedAt, IReadOnlyList<PurchasePartShape> Parts)
{
    public static PurchaseShape Of(OrderView order) => new(
        PublicId.Of(PublicId.Purchase, order.OrderId), order.Number, order.State, order.CurrencyCode, order.ItemsMinor,
        order.ShippingMinor, order.TaxMinor, order.PriceIncludesTax, order.TotalMinor, order.PlacedAtUtc,
        [.. order.Parts.Select(PurchasePartShape.Of)]);
}
