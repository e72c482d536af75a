using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>
/// Makes a guest's orders a person's: all of one buyer id, or the one named. The caller has proven that the guest is
/// this person. A repeat changes nothing.
/// </summary>
[Internal]
public sealed record ClaimOrders(string FromBuyerId, string ToBuyerId, string? OrderId = null)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class ClaimOrdersHandler(PlatformDb db, EventBuffer events) : ICommandHandler<ClaimOrders, Result>
{
    public async ValueTask<Result> Handle(ClaimOrders command, CancellationToken cancellation)
    {
        var (from, to, order) = (command.FromBuyerId, command.ToBuyerId, command.OrderId);
        var orders = db.Orders.Where(o => o.BuyerId == from && (order == null || o.Id == order)).Select(o => o.Id);
        var ids = await orders.ToListAsync(cancellation);
        if (ids.Count == 0) return Result.Success();
        var shipments = await db.Shipments.Where(s => ids.Contains(s.OrderId)).Select(s => s.Id).ToListAsync(cancellation);
        await db.ShipmentLines.Where(l => l.BuyerId == from && shipments.Contains(l.ShipmentId))
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.BuyerId, to), cancellation);
        await db.Shipments.Where(x => x.BuyerId == from && ids.Contains(x.OrderId))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.BuyerId, to), cancellation);
        await db.OrderEvents.Where(x => x.BuyerId == from && ids.Contains(x.OrderId))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.BuyerId, to), cancellation);
        await db.OrderLines.Where(x => x.BuyerId == from && ids.Contains(x.OrderId))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.BuyerId, to), cancellation);
        await db.SellerOrders.Where(x => x.BuyerId == from && ids.Contains(x.OrderId))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.BuyerId, to), cancellation);
        await db.Orders.Where(x => x.BuyerId == from && ids.Contains(x.Id))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.BuyerId, to).SetProperty(x => x.ByGuest, false), cancellation);
        events.Publish(new OrdersClaimed(from, to, ids), "claim/" + from, 1, buyerId: to);
        return Result.Success();
    }
}
