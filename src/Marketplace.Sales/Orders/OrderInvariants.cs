using Marketplace.Kernel.Data;
using Marketplace.Kernel.Invariants;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

internal sealed class AnOrderIsItsParts(PlatformDb db) : IInvariant
{
    public string Name => "order-is-its-parts";

    public string Says => "An order's total is that of its parts, and a part's total that of its lines and its shipping.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var (sellerOrders, orderLines) = (db.SellerOrders, db.OrderLines);
        var orders = db.Orders.AsNoTracking().Select(o => new
        {
            o.Id, Total = o.TotalMinor, Sum = sellerOrders.Where(p => p.OrderId == o.Id).Sum(p => p.TotalMinor),
        });
        var parts = db.SellerOrders.AsNoTracking().Select(p => new
        {
            p.Id, Total = p.TotalMinor,
            Sum = p.ShippingMinor + orderLines.Where(l => l.TenantId == p.TenantId && l.SellerOrderId == p.Id).Sum(l => l.GrossMinor),
        });
        var wrong = await orders.Concat(parts).Where(x => x.Total != x.Sum).OrderBy(x => x.Id).Take(Breach.Most).ToListAsync(cancellation);
        return wrong.ConvertAll(w => new Breach(w.Id, $"the total is {w.Total}, what it consists of comes to {w.Sum} (minor units)"));
    }
}

internal sealed class PartsFollowTheirOrder(PlatformDb db) : IInvariant
{
    public string Name => "parts-follow-order";

    public string Says => "A seller sees a part of an order when the order is placed, and not before or otherwise.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var wrong = await (
            from part in db.SellerOrders.AsNoTracking()
            join order in db.Orders.AsNoTracking() on part.OrderId equals order.Id
            where order.State == OrderState.Placed != (part.State != FulfilmentState.Draft) || part.BuyerId != order.BuyerId
            orderby part.Id
            select new { part.Id, Part = part.State, Order = order.State }).Take(Breach.Most).ToListAsync(cancellation);
        return wrong.ConvertAll(w => new Breach(w.Id, $"the part is {w.Part}, its order {w.Order}"));
    }
}

internal sealed class NoUnitLeavesTwice(PlatformDb db) : IInvariant
{
    public string Name => "no-unit-twice";

    public string Says => "Of a line no more is shipped, cancelled or paid back than was bought, and what is shipped lies in parcels.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var tooMany = db.OrderLines.AsNoTracking()
            .Where(l => l.ShippedQuantity + l.CancelledQuantity > l.Quantity || l.RefundedQuantity > l.Quantity)
            .Select(l => new { l.Id, Found = "more left, was cancelled or paid back than was bought" });
        var elsewhere = db.OrderLines.AsNoTracking().Select(l => new { l.Id, Units = l.ShippedQuantity })
            .Concat(db.ShipmentLines.AsNoTracking().Select(s => new { Id = s.OrderLineId, Units = -s.Quantity }))
            .GroupBy(x => x.Id).Where(g => g.Sum(x => x.Units) != 0)
            .Select(g => new { Id = g.Key, Found = "what is shipped is not what lies in parcels" });
        var wrong = await tooMany.Concat(elsewhere).OrderBy(w => w.Id).Take(Breach.Most).ToListAsync(cancellation);
        return wrong.ConvertAll(w => new Breach(w.Id, w.Found));
    }
}

internal sealed class PartsArePaidBackByTheirRefunds(PlatformDb db) : IInvariant
{
    public string Name => "part-refunds";

    public string Says => "What went back of a part is the sum of its refunds, those that failed not counted.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var wrong = await db.SellerOrderAmounts.AsNoTracking().Select(a => new { a.Id, Minor = a.RefundedMinor })
            .Concat(db.OrderRefunds.AsNoTracking().Where(r => r.SellerOrderId != null && r.State != RefundProgress.Failed)
                .Select(r => new { Id = r.SellerOrderId!, Minor = -r.AmountMinor }))
            .GroupBy(x => x.Id).Select(g => new { Id = g.Key, Off = g.Sum(x => x.Minor) })
            .Where(x => x.Off != 0).OrderBy(x => x.Id).Take(Breach.Most).ToListAsync(cancellation);
        return wrong.ConvertAll(w => new Breach(w.Id, $"what went back less its refunds comes to {w.Off} minor units"));
    }
}
