using Marketplace.Kernel.Data;
using Marketplace.Sales.Model;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>
/// Reads orders and parts into views: a fixed number of queries however many rows. Works with any eyes; each context's
/// own filter decides what is there to be read.
/// </summary>
internal static class OrderReader
{
    /// <summary>The order and its parts. Drafts' parts are shown too: the buyer reviews them before paying.</summary>
    public static async Task<OrderView?> OrderAsync(PlatformDb db, string orderId, CancellationToken cancellation)
    {
        var order = await db.Orders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == orderId, cancellation);
        return order is null ? null : await OrderAsync(db, order, cancellation);
    }

    public static async Task<OrderView> OrderAsync(PlatformDb db, Order order, CancellationToken cancellation)
    {
        var parts = await PartsAsync(db, db.SellerOrders.Where(s => s.OrderId == order.Id), cancellation);
        return new OrderView(
            order.Id, order.Number, order.State, order.CurrencyCode, order.ItemsMinor, order.ShippingMinor, order.TaxMinor,
            order.PriceIncludesTax, order.TotalMinor, order.Email, order.Phone, order.ShipTo, order.CreatedAtUtc,
            order.PlacedAtUtc, OrderLinks.Token(order.Id, order.LinkKey), parts);
    }

    public static async Task<IReadOnlyList<PartView>> PartsAsync(
        MarketplaceDb db, IQueryable<SellerOrder> which, CancellationToken cancellation)
    {
        var parts = await which.AsNoTracking().OrderBy(s => s.Position).ToListAsync(cancellation);
        // Keys and indexes are led by the seller: without it a buyer's one order would read everybody's.
        var (sellers, ids) = (parts.ConvertAll(p => p.TenantId), parts.ConvertAll(p => p.Id));
        var lines = await db.OrderLines.AsNoTracking()
            .Where(l => sellers.Contains(l.TenantId) && ids.Contains(l.SellerOrderId))
            .OrderBy(l => l.Position).ToListAsync(cancellation);
        var shipments = await db.Shipments.AsNoTracking()
            .Where(s => sellers.Contains(s.TenantId) && ids.Contains(s.SellerOrderId))
            .OrderBy(s => s.ShippedAtUtc).ThenBy(s => s.Id).ToListAsync(cancellation);
        var parcels = shipments.ConvertAll(s => s.Id);
        var pieces = parcels.Count == 0
            ? []
            : await db.ShipmentLines.AsNoTracking()
                .Where(l => sellers.Contains(l.TenantId) && parcels.Contains(l.ShipmentId)).ToListAsync(cancellation);
        var events = await db.OrderEvents.AsNoTracking()
            .Where(e => sellers.Contains(e.TenantId) && ids.Contains(e.SellerOrderId)).ToListAsync(cancellation);
        return
        [
            .. parts.Select(p => Part(
                p, [.. lines.Where(l => l.SellerOrderId == p.Id).Select(Line)],
                [.. shipments.Where(s => s.SellerOrderId == p.Id).Select(s => Parcel(s, pieces))],
                [.. events.Where(e => e.SellerOrderId == p.Id).OrderBy(e => e.AtUtc).ThenBy(e => e.Kind).Select(Event)])),
        ];
    }

    private static PartView Part(
        SellerOrder p, IReadOnlyList<LineView> lines, IReadOnlyList<ShipmentView> shipments, IReadOnlyList<EventView> events) => new(
        p.Id, p.TenantId, p.Number, p.State, p.SellerName, p.SellerSlug, p.CurrencyCode, p.ItemsMinor, p.ShippingMinor,
        p.TaxMinor, p.PriceIncludesTax, p.TotalMinor, p.ShippingName, p.ShipByDate, p.ArrivesFromDate, p.ArrivesToDate,
        p.AcceptByUtc, p.DeliveredAtUtc, p.DeliveredBy, p.CancellationAskedAtUtc is not null, p.CancellationReason,
        p.CancellationAnswerByUtc, lines, shipments, events)
        {
            Pickup = p.Pickup,
        };

    private static LineView Line(OrderLine l) => new(
        l.Id, l.ListingId, l.Slug, l.Title, l.Options, l.PictureRef, l.Sku, l.Quantity, l.ShippedQuantity,
        l.CancelledQuantity, l.RefundedQuantity, l.UnitPriceMinor, l.GrossMinor, l.TaxMinor, l.TaxRateBps);

    private static ShipmentView Parcel(Shipment s, List<ShipmentLine> pieces) => new(
        s.Id, s.CarrierName, s.TrackingNumber, s.TrackingUrl, s.ShippedAtUtc, s.ArrivesToDate,
        [.. pieces.Where(l => l.ShipmentId == s.Id).Select(l => new ShippedPieces(l.OrderLineId, l.Quantity))]);

    private static EventView Event(OrderEvent e) => new(e.AtUtc, e.Kind, e.Actor, e.Detail, e.AmountMinor);
}
