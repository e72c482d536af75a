using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Orders;
using Marketplace.Web.Api.Http;

namespace Marketplace.Web.Api;

/// <summary>Where an order is; a draft is nobody's order yet.</summary>
internal enum ApiOrderState
{
    Placed,
    Accepted,
    PartShipped,
    Shipped,
    Delivered,
    Cancelled,
}

[Description("A line of the list of orders.")]
internal sealed record OrderItem(
    string Id, string Number, FulfilmentState State, DateTime PlacedAt, string BuyerName, string City, string Country, DateOnly ShipBy,
    DateTime? AcceptBy, bool CancellationIsAsked, string CurrencyCode, long TotalMinor, int Pieces)
{
    public static OrderItem Of(SellerOrderRow row) => new(
        PublicId.Of(PublicId.Order, row.SellerOrderId), row.Number, row.State, row.PlacedAtUtc, row.BuyerName, row.City, row.Country,
        row.ShipByDate, row.AcceptByUtc, row.CancellationIsAsked, row.CurrencyCode, row.TotalMinor, row.Pieces);
}

[Description("Where the parcel goes.")]
internal sealed record AddressShape(
    string Name, string? Company, string Line1, string? Line2, string Postcode, string City, string? Region, string Country)
{
    public static AddressShape Of(Address a) => new(a.Name, a.Company, a.Line1, a.Line2, a.Postcode, a.City, a.Region, a.Country);
}

[Description("One thing that was ordered, and what became of its pieces.")]
internal sealed record OrderLineShape(
    string Id, string ListingId, string Title, string Options, string Sku, int Quantity, int Shipped, int Cancelled, int Refunded,
    long UnitPriceMinor, long GrossMinor, long TaxMinor)
{
    public static OrderLineShape Of(LineView line) => new(
        PublicId.Of(PublicId.Line, line.OrderLineId), PublicId.Of(PublicId.Listing, line.ListingId), line.Title, line.Options, line.Sku,
        line.Quantity, line.ShippedQuantity, line.CancelledQuantity, line.RefundedQuantity, line.UnitPriceMinor, line.GrossMinor,
        line.TaxMinor);
}

[Description("So many pieces of one line.")]
internal sealed record Pieces([property: MaxLength(40)] string LineId, [property: Range(1, 1_000_000)] int Quantity)
{
    public LineQuantity ToQuantity() => new(PublicId.Read(PublicId.Line, LineId), Quantity);
}

[Description("A parcel that left.")]
internal sealed record ShipmentShape(
    string Id, string CarrierName, string? TrackingNumber, string? TrackingUrl, DateTime ShippedAt, IReadOnlyList<Pieces> Lines)
{
    public static ShipmentShape Of(ShipmentView parcel) => new(
        PublicId.Of(PublicId.Shipment, parcel.ShipmentId), parcel.CarrierName, parcel.TrackingNumber, parcel.TrackingUrl,
        parcel.ShippedAtUtc, [.. parcel.Lines.Select(l => new Pieces(PublicId.Of(PublicId.Line, l.OrderLineId), l.Quantity))]);
}

[Description("Your part of a purchase: what to ship, where to, until when.")]
internal sealed record OrderShape(
    string Id, string Number, FulfilmentState State, DateTime PlacedAt, DateTime? AcceptBy, DateOnly ShipBy, DateTime? ShipDeadline,
    DateTime? DeliveredAt, bool CancellationIsAsked, string? CancellationReason, string BuyerName, string? Phone, AddressShape ShipTo,
    string ShippingName, string CurrencyCode, long ItemsMinor, long ShippingMinor, long TaxMinor, long TotalMinor,
    IReadOnlyList<OrderLineShape> Lines, IReadOnlyList<ShipmentShape> Shipments)
{
    public static OrderShape Of(SellerOrderView view)
    {
        var part = view.Part;
        return new OrderShape(
            PublicId.Of(PublicId.Order, part.SellerOrderId), part.Number ?? "", part.State, view.PlacedAtUtc, part.AcceptByUtc,
            part.ShipByDate, view.ShipDeadlineUtc, part.DeliveredAtUtc, part.CancellationIsAsked, part.CancellationReason,
            view.BuyerName, view.Phone, AddressShape.Of(view.ShipTo), part.ShippingName, part.CurrencyCode, part.ItemsMinor,
            part.ShippingMinor, part.TaxMinor, part.TotalMinor, [.. part.Lines.Select(OrderLineShape.Of)],
            [.. part.Shipments.Select(ShipmentShape.Of)]);
    }
}

[Description("A parcel that leaves. Without lines: all that is open. trackingUrl only for a carrier whose page is not known.")]
internal sealed record ShipmentInput(
    [property: MaxLength(24)] string CarrierCode, [property: MaxLength(60)] string? TrackingNumber = null,
    [property: MaxLength(300)] string? TrackingUrl = null, [property: MaxLength(80)] IReadOnlyList<Pieces>? Lines = null);

[Description("The parcel's id.")]
internal sealed record ShipmentMade(string Id);

[Description("What will not be shipped. Without lines: all that is open. The buyer reads the reason and is paid back.")]
internal sealed record CancellationInput(
    [property: MinLength(1), MaxLength(500)] string Reason, [property: MaxLength(80)] IReadOnlyList<Pieces>? Lines = null);
