using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Marketplace.Sales.Orders;
using Mediator;

namespace Marketplace.Sales.Fulfilment;

/// <summary>The buyer says that everything arrived: the seller's money is released some days later.</summary>
[Buyer]
public sealed record MarkDelivered(string SellerOrderId) : ICommand<Result>, IBuyerTransaction;

/// <summary>The carrier, or the clock, says that it arrived. A part that is not on its way stays as it is.</summary>
[Internal]
public sealed record ConfirmDelivery(string SellerOrderId, DeliveredBy By) : ICommand<Result>, IPlatformTransaction;

internal sealed class MarkDeliveredHandler(BuyerDb db, TimeProvider clock, EventBuffer events)
    : ICommandHandler<MarkDelivered, Result>
{
    public async ValueTask<Result> Handle(MarkDelivered command, CancellationToken cancellation)
    {
        if (await PartLock.TakeAsync(db, command.SellerOrderId, cancellation) is not { } part) return FulfilmentErrors.NoSuchOrder;
        return Delivery.Apply(db, part, DeliveredBy.Buyer, clock, events) ? Result.Success() : FulfilmentErrors.WrongState;
    }
}

internal sealed class ConfirmDeliveryHandler(PlatformDb db, TimeProvider clock, EventBuffer events)
    : ICommandHandler<ConfirmDelivery, Result>
{
    public async ValueTask<Result> Handle(ConfirmDelivery command, CancellationToken cancellation)
    {
        if (await PartLock.TakeAsync(db, command.SellerOrderId, cancellation) is not { } part) return FulfilmentErrors.NoSuchOrder;
        Delivery.Apply(db, part, command.By, clock, events);
        return Result.Success();
    }
}

internal static class Delivery
{
    public static bool Apply(MarketplaceDb db, SellerOrder part, DeliveredBy by, TimeProvider clock, EventBuffer events)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!part.Deliver(now, by)) return false;
        var actor = by == DeliveredBy.Buyer ? OrderActor.Buyer : OrderActor.Platform;
        db.Add(Timeline.Row(part, OrderEventKind.Delivered, actor, now, clock));
        events.Publish(
            new SellerOrderDelivered(part.OrderId, part.Id, part.TenantId, part.BuyerId, by, now), part.Id, part.Version + 1,
            part.TenantId, part.BuyerId);
        return true;
    }
}
