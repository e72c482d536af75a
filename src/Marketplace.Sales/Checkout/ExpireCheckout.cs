using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Checkout;

/// <summary>
/// Ends an open checkout: first at the processor, and only when that confirms is the stock released. A buyer who was
/// faster has bought: the order is placed. A payment that the bank still works on keeps everything.
/// Sent by the buyer to start anew, or by the job when time is up.
/// </summary>
[Buyer]
public sealed record ExpireCheckout(string OrderId) : ICommand<Result<OrderState>>;

internal sealed class ExpireCheckoutHandler(PlatformDb db, CallerAccessor caller, ISender sender)
    : ICommandHandler<ExpireCheckout, Result<OrderState>>
{
    public async ValueTask<Result<OrderState>> Handle(ExpireCheckout command, CancellationToken cancellation)
    {
        var who = caller.Caller;
        var mine = db.Orders.AsNoTracking().Where(o => o.Id == command.OrderId && (who.IsSystem || o.BuyerId == who.BuyerId));
        if (!await mine.AnyAsync(cancellation)) return CheckoutErrors.NoSuchOrder;
        var payment = await sender.Send(new ExpirePayment(command.OrderId), cancellation);
        if (!payment.Ok) return payment.Error;
        var done = await sender.Send(new ApplyPayment(command.OrderId, payment.Value), cancellation);
        if (!done.Ok) return done.Error;
        return await mine.Select(o => o.State).SingleAsync(cancellation);
    }
}
