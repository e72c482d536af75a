using Marketplace.Kernel.Outbox;

namespace Marketplace.Sales.Contracts;

/// <summary>Paid and placed: once an order.</summary>
[EventName("sales.order-placed.v1")]
public sealed record OrderPlaced(string OrderId, string BuyerId, DateTime PlacedAtUtc, IReadOnlyList<PlacedPart> Parts) : IEvent;

/// <param name="Lines">What was bought, for statistics, recommendations and reviews.</param>
public sealed record PlacedPart(string SellerOrderId, string TenantId, IReadOnlyList<PlacedLine> Lines);

public sealed record PlacedLine(string OrderLineId, string ListingId, string OfferId, int Quantity);

[EventName("sales.seller-order-accepted.v1")]
public sealed record SellerOrderAccepted(string OrderId, string SellerOrderId, string TenantId, string BuyerId, DateTime AtUtc)
    : IEvent;

/// <summary>The parcel waits for the carrier.</summary>
[EventName("sales.seller-order-packed.v1")]
public sealed record SellerOrderPacked(string OrderId, string SellerOrderId, string TenantId, string BuyerId, DateTime AtUtc)
    : IEvent;

/// <param name="IsComplete">Whether nothing is left to ship.</param>
[EventName("sales.seller-order-shipped.v1")]
public sealed record SellerOrderShipped(
    string OrderId, string SellerOrderId, string TenantId, string BuyerId, string ShipmentId, bool IsComplete, DateTime AtUtc)
    : IEvent;

[EventName("sales.seller-order-delivered.v1")]
public sealed record SellerOrderDelivered(
    string OrderId, string SellerOrderId, string TenantId, string BuyerId, DeliveredBy By, DateTime AtUtc) : IEvent;

/// <param name="CancellationId">The refund carries this id.</param>
/// <param name="Lines">The quantities that will not be shipped.</param>
/// <param name="IsWhole">Whether nothing is left of the part; its shipping is paid back as well.</param>
[EventName("sales.seller-order-cancelled.v1")]
public sealed record SellerOrderCancelled(
    string OrderId, string SellerOrderId, string TenantId, string BuyerId, string CancellationId,
    IReadOnlyList<CancelledLine> Lines, bool IsWhole, OrderActor By, string Reason, DateTime AtUtc) : IEvent;

public sealed record CancelledLine(string OrderLineId, string OfferId, int Quantity);

/// <summary>The buyer asks a seller not to ship; the seller answers.</summary>
[EventName("sales.cancellation-requested.v1")]
public sealed record CancellationRequested(
    string OrderId, string SellerOrderId, string TenantId, string BuyerId, string Reason, DateTime AtUtc) : IEvent;

/// <summary>The seller ships all the same, and says why.</summary>
[EventName("sales.cancellation-declined.v1")]
public sealed record CancellationDeclined(
    string OrderId, string SellerOrderId, string TenantId, string BuyerId, string Reason, DateTime AtUtc) : IEvent;

/// <summary>The seller sends to another address than the one ordered to; the buyer reads both.</summary>
[EventName("sales.delivery-address-changed.v1")]
public sealed record DeliveryAddressChanged(
    string OrderId, string SellerOrderId, string TenantId, string BuyerId, string Before, string After, DateTime AtUtc) : IEvent;

/// <summary>Orders of a guest belong to an account now; what hangs on them follows.</summary>
[EventName("sales.orders-claimed.v1")]
public sealed record OrdersClaimed(string FromBuyerId, string ToBuyerId, IReadOnlyList<string> OrderIds) : IEvent;

/// <summary>Money came after the goods were gone, and goes back in full.</summary>
[EventName("sales.order-given-back.v1")]
public sealed record OrderGivenBack(string OrderId, string BuyerId) : IEvent;
