using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Marketplace.Sales.Orders;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Checkout;

/// <summary>
/// Nobody can pay this order any more (the processor said so): its stock is free again and the cart may start anew.
/// An order that was placed meanwhile stays as it is.
/// </summary>
[Internal]
public sealed record ReleaseCheckout(string OrderId) : ICommand<Result>, IPlatformTransaction;

internal sealed class ReleaseCheckoutHandler(PlatformDb db, ISender sender, TimeProvider clock)
    : ICommandHandler<ReleaseCheckout, Result>
{
    public async ValueTask<Result> Handle(ReleaseCheckout command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await OrderLock.TakeAsync(db, command.OrderId, now, cancellation) is not { } order) return CheckoutErrors.NoSuchOrder;
        if (order.State != OrderState.AwaitingPayment) return Result.Success();
        order.Expire();
        await db.BuyerCarts.Where(c => c.OpenOrderId == order.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.OpenOrderId, (string?)null), cancellation);
        return await sender.Send(new ReleaseStock(order.Id), cancellation);
    }
}
