using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Orders;
using Mediator;

namespace Marketplace.Sales.Fulfilment;

/// <summary>The parcel is packed and waits for the carrier. An order not yet accepted is accepted with it.</summary>
[Seller("orders")]
public sealed record PackOrder(string SellerOrderId) : ICommand<Result>, ISellerTransaction;

internal sealed class PackOrderHandler(SellerDb db, TimeProvider clock, EventBuffer events)
    : ICommandHandler<PackOrder, Result>
{
    public async ValueTask<Result> Handle(PackOrder command, CancellationToken cancellation)
    {
        if (await PartLock.TakeAsync(db, command.SellerOrderId, cancellation) is not { } part) return FulfilmentErrors.NoSuchOrder;
        var now = clock.GetUtcNow().UtcDateTime;
        if (!part.Pack(now)) return FulfilmentErrors.WrongState;
        db.Add(Timeline.Row(part, OrderEventKind.Packed, OrderActor.Seller, now, clock));
        events.Publish(
            new SellerOrderPacked(part.OrderId, part.Id, part.TenantId, part.BuyerId, now), part.Id, part.Version + 1,
            part.TenantId, part.BuyerId);
        return Result.Success();
    }
}
