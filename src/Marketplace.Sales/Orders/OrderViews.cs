using Marketplace.Sales.Contracts;
using Marketplace.Sales.Shipping.Contracts;

namespace Marketplace.Sales.Orders;

/// <summary>The whole purchase as its buyer sees it.</summary>
/// <param name="Number">Null until paid.</param>
public sealed record OrderView(
    string OrderId, long? Number, OrderState State, string CurrencyCode, long ItemsMinor, long ShippingMinor, long TaxMinor,
    bool PriceIncludesTax, long TotalMinor, string Email, string? Phone, Address ShipTo, DateTime CreatedAtUtc,
    DateTime? PlacedAtUtc, string LinkToken, IReadOnlyList<PartView> Parts);

/// <summary>One seller's part, as both sides see it.</summary>
public sealed record PartView(
    string SellerOrderId, string TenantId, string? Number, FulfilmentState State, string SellerName, string SellerSlug,
    string CurrencyCode, long ItemsMinor, long ShippingMinor, long TaxMinor, bool PriceIncludesTax, long TotalMinor,
    string ShippingName, DateOnly ShipByDate, DateOnly ArrivesFromDate, DateOnly ArrivesToDate, DateTime? AcceptByUtc,
    DateTime? DeliveredAtUtc, DeliveredBy? DeliveredBy, bool CancellationIsAsked, string? CancellationReason,
    DateTime? CancellationAnswerByUtc, IReadOnlyList<LineView> Lines, IReadOnlyList<ShipmentView> Shipments,
    IReadOnlyList<EventView> Timeline)
{
    /// <summary>Where the buyer fetches it; null when it is sent.</summary>
    public PickupPlace? Pickup { get; init; }
}

public sealed record LineView(
    string OrderLineId, string ListingId, string Slug, string Title, string Options, string? PictureRef, string Sku,
    int Quantity, int ShippedQuantity, int CancelledQuantity, int RefundedQuantity, long UnitPriceMinor, long GrossMinor,
    long TaxMinor, int TaxRateBps)
{
    public int OpenQuantity => Quantity - ShippedQuantity - CancelledQuantity;
}

public sealed record ShipmentView(
    string ShipmentId, string CarrierName, string? TrackingNumber, string? TrackingUrl, DateTime ShippedAtUtc,
    DateOnly ArrivesToDate, IReadOnlyList<ShippedPieces> Lines);

public sealed record ShippedPieces(string OrderLineId, int Quantity);

public sealed record EventView(
    DateTime AtUtc, OrderEventKind Kind, OrderActor Actor, string? Detail, long? AmountMinor);
