using Marketplace.App.Seeding.Steps;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Model;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.App.Seeding.Orders;

/// <summary>
/// What happens to the parts of an order after it is placed, by shop, buyer and carrier, in time. A deed that an earlier
/// run has done is passed over.
/// </summary>
internal sealed class DemoParts(SeedSender sender, Timeline timeline, IReadOnlyDictionary<string, OpenedShop> shops)
{
    public void Plan(DemoOrder order, SellerOrder part, DemoBuyer buyer, DateTimeOffset placed)
    {
        var shop = shops[part.TenantId];
        var accepted = placed.AddHours(3 + (order.Number % 9));
        var shipped = accepted.AddHours(9 + (order.Number % 17));
        var delivered = shipped.AddHours(30 + (order.Number % 25));
        if (order.Fate is Fate.Placed or Fate.Ignored) return;
        if (order.Fate == Fate.CancelledByShop)
        {
            At(accepted, p => p.State == FulfilmentState.Placed, cancel => sender.SendAsync(
                shop.Owner, new CancelQuantities(part.Id, [], "The last one broke while we packed it. We are sorry."), cancel));
            return;
        }

        At(accepted, p => p.State == FulfilmentState.Placed, cancel => sender.SendAsync(
            shop.Owner, new AcceptOrder(part.Id), cancel));
        if (order.Fate == Fate.CancellationAsked)
        {
            At(accepted.AddHours(1), p => p.CancellationAskedAtUtc is null, async cancel => await sender.SendAsync(
                buyer.Caller, new RequestCancellation(part.Id, "I ordered the wrong size, sorry."), cancel));
        }

        if (order.Fate is not (Fate.PartShipped or Fate.Shipped or Fate.Delivered)) return;
        At(shipped, p => p.State == FulfilmentState.Accepted, cancel => ShipAsync(order, part, shop, cancel));
        if (order.Fate == Fate.Delivered)
            At(delivered, p => p.State == FulfilmentState.Shipped, cancel => DeliverAsync(order, part, buyer, cancel));

        void At(DateTimeOffset time, Func<SellerOrder, bool> isDue, Func<CancellationToken, Task> deed) =>
            timeline.At(time, async cancel =>
            {
                if (isDue(await ReadAsync(part, cancel))) await deed(cancel);
            });
    }

    private Task<SellerOrder> ReadAsync(SellerOrder part, CancellationToken cancellation) => sender.ReadAsync(db =>
        db.Set<SellerOrder>().AsNoTracking().SingleAsync(p => p.TenantId == part.TenantId && p.Id == part.Id, cancellation));

    private async Task ShipAsync(DemoOrder order, SellerOrder part, OpenedShop shop, CancellationToken cancellation)
    {
        var lines = await sender.ReadAsync(db => db.Set<OrderLine>().AsNoTracking()
            .Where(l => l.SellerOrderId == part.Id).OrderBy(l => l.Id).ToListAsync(cancellation));
        IReadOnlyList<LineQuantity> some = order.Fate == Fate.PartShipped ? [new LineQuantity(lines[0].Id, 1)] : [];
        var carrier = part.ShipTo.Country == "NL" ? "postnl" : "dhl";
        await sender.SendAsync(
            shop.Owner, new ShipOrder(
                part.Id, some, carrier, $"3S{order.Number:D4}{part.Position}0{part.TenantId[^6..].ToUpperInvariant()}"),
            cancellation);
    }

    /// <summary>Every other parcel is confirmed by its buyer, the rest by the carrier.</summary>
    private Task DeliverAsync(DemoOrder order, SellerOrder part, DemoBuyer buyer, CancellationToken cancellation) =>
        order.Number % 2 == 0
            ? sender.SendAsync(buyer.Caller, new MarkDelivered(part.Id), cancellation)
            : sender.SendAsync(Caller.System, new ConfirmDelivery(part.Id, DeliveredBy.Carrier), cancellation);
}
