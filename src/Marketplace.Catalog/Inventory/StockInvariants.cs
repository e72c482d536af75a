using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Invariants;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Inventory;

internal sealed class StockIsWhatMoved(PlatformDb db) : IInvariant
{
    public string Name => "stock-is-what-moved";

    public string Says => "What lies at a location is what was counted and came in, less what was sold or went out.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var stockMovements = db.StockMovements;
        var wrong = await db.OfferStocks.AsNoTracking()
            .Select(s => new
            {
                s.TenantId, s.OfferId, s.LocationId, s.OnHand,
                Moved = stockMovements.Where(m => m.TenantId == s.TenantId && m.OfferId == s.OfferId && m.LocationId == s.LocationId)
                    .Sum(m => m.Quantity),
            })
            .Where(s => s.OnHand != s.Moved).OrderBy(s => s.TenantId).ThenBy(s => s.OfferId).ThenBy(s => s.LocationId)
            .Take(Breach.Most).ToListAsync(cancellation);
        return wrong.ConvertAll(s => new Breach(
            $"{s.TenantId} {s.OfferId} {s.LocationId}", $"{s.OnHand} lie there, the movements come to {s.Moved}"));
    }
}

internal sealed class ReservedIsWhatOrdersHold(PlatformDb db) : IInvariant
{
    public string Name => "reserved-is-held";

    public string Says => "What is spoken for at a location is what open checkouts hold there.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var stockReservations = db.StockReservations;
        var wrong = await db.OfferStocks.AsNoTracking()
            .Select(s => new
            {
                s.TenantId, s.OfferId, s.LocationId, s.Reserved,
                Held = stockReservations.Where(r => r.TenantId == s.TenantId && r.State == ReservationState.Held
                    && r.OfferId == s.OfferId && r.LocationId == s.LocationId).Sum(r => r.Quantity),
            })
            .Where(s => s.Reserved != s.Held).OrderBy(s => s.TenantId).ThenBy(s => s.OfferId).ThenBy(s => s.LocationId)
            .Take(Breach.Most).ToListAsync(cancellation);
        return wrong.ConvertAll(s => new Breach(
            $"{s.TenantId} {s.OfferId} {s.LocationId}", $"{s.Reserved} are reserved, orders hold {s.Held}"));
    }
}

internal sealed class EverySaleMovedStockOnce(PlatformDb db) : IInvariant
{
    public string Name => "sold-once";

    public string Says => "Units that an order bought left the stock once, and none left it as sold without an order.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var (stockMovements, stockReservations) = (db.StockMovements, db.StockReservations);
        var unmoved = db.StockReservations.AsNoTracking()
            .Where(r => r.State == ReservationState.Committed && !stockMovements.Any(m => m.TenantId == r.TenantId
                && m.OfferId == r.OfferId && m.LocationId == r.LocationId && m.Kind == MovementKind.Sold
                && m.Reference == r.OrderId && m.Quantity == -r.Quantity))
            .Select(r => new { r.OrderId, r.OfferId, Found = "bought, and not taken from the stock" });
        var unbought = db.StockMovements.AsNoTracking()
            .Where(m => m.Kind == MovementKind.Sold && m.Reference != null && !stockReservations.Any(r => r.OrderId == m.Reference
                && r.OfferId == m.OfferId && r.LocationId == m.LocationId && r.State == ReservationState.Committed))
            .Select(m => new { OrderId = m.Reference!, m.OfferId, Found = "taken from the stock, and not bought" });
        var wrong = await unmoved.Concat(unbought).OrderBy(w => w.OrderId).ThenBy(w => w.OfferId).Take(Breach.Most)
            .ToListAsync(cancellation);
        return wrong.ConvertAll(w => new Breach($"{w.OrderId} {w.OfferId}", w.Found));
    }
}
