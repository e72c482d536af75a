using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Orders;
using Mediator;

namespace Marketplace.Sales.Fulfilment;

/// <summary>The seller takes the order: the clock that would have cancelled it stops.</summary>
[Seller("orders")]
public sealed record AcceptOrder(string SellerOrderId, string? IdempotencyKey = null)
    : ICommand<Result>, ISellerTransaction, IIdempotent;

internal sealed class AcceptOrderHandler(SellerDb db, TimeProvider clock, EventBuffer events)
    : ICommandHandler<AcceptOrder, Result>
{
    public async ValueTask<Result> Handle(AcceptOrder command, CancellationToken cancellation)
    {
        if (await PartLock.TakeAsync(db, command.SellerOrderId, cancellation) is not { } part) return FulfilmentErrors.NoSuchOrder;
        var now = clock.GetUtcNow().UtcDateTime;
        if (!part.Accept(now)) return FulfilmentErrors.WrongState;
        db.Add(Timeline.Row(part, OrderEventKind.Accepted, OrderActor.Seller, now, clock));
        events.Publish(
            new SellerOrderAccepted(part.OrderId, part.Id, part.TenantId, part.BuyerId, now), part.Id, part.Version + 1,
            part.TenantId, part.BuyerId);
        return Result.Success();
    }
}
