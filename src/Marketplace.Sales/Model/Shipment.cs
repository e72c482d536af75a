using Marketplace.Kernel.Data;
using Marketplace.Sales.Contracts;

namespace Marketplace.Sales.Model;

/// <summary>A parcel that left the seller.</summary>
internal sealed class Shipment : ISharedRow
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string BuyerId { get; init; }
    public required string OrderId { get; init; }
    public required string SellerOrderId { get; init; }
    public required string CarrierCode { get; init; }
    public required string CarrierName { get; init; }
    public string? TrackingNumber { get; init; }
    public string? TrackingUrl { get; init; }
    public required DateTime ShippedAtUtc { get; init; }
    public required DateOnly ArrivesToDate { get; init; }
}

internal sealed class ShipmentLine : ISharedRow
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string BuyerId { get; init; }
    public required string ShipmentId { get; init; }
    public required string OrderLineId { get; init; }
    public required int Quantity { get; init; }
}

/// <summary>One line of the timeline that both sides read.</summary>
internal sealed class OrderEvent : ISharedRow
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string BuyerId { get; init; }
    public required string OrderId { get; init; }
    public required string SellerOrderId { get; init; }
    public required DateTime AtUtc { get; init; }
    public required OrderEventKind Kind { get; init; }
    public required OrderActor Actor { get; init; }
    /// <summary>Words of a person (a reason), or a parcel's carrier and number.</summary>
    public string? Detail { get; init; }
    public long? AmountMinor { get; init; }
}
