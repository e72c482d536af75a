using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Payments;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Checkout;

/// <summary>
/// The buyer comes back from the payment page: asks the processor how it stands and acts on the answer, so that the
/// confirmation need not wait for the webhook.
/// </summary>
[Buyer]
public sealed record ConfirmPayment(string OrderId) : ICommand<Result<ConfirmedOrder>>;

/// <param name="LinkToken">For the order's page, which needs no sign-in.</param>
public sealed record ConfirmedOrder(string OrderId, OrderState State, string LinkToken);

internal sealed class ConfirmPaymentHandler(PlatformDb db, CallerAccessor caller, ISender sender)
    : ICommandHandler<ConfirmPayment, Result<ConfirmedOrder>>
{
    public async ValueTask<Result<ConfirmedOrder>> Handle(ConfirmPayment command, CancellationToken cancellation)
    {
        var mine = db.Orders.AsNoTracking().Where(o => o.Id == command.OrderId && o.BuyerId == caller.Caller.BuyerId);
        if (await mine.Select(o => (OrderState?)o.State).SingleOrDefaultAsync(cancellation) is not { } state)
            return CheckoutErrors.NoSuchOrder;
        if (state is OrderState.AwaitingPayment or OrderState.Expired)
        {
            var payment = await sender.Send(new SyncPayment(command.OrderId), cancellation);
            if (!payment.Ok) return payment.Error;
            var done = await sender.Send(new ApplyPayment(command.OrderId, payment.Value), cancellation);
            if (!done.Ok) return done.Error;
        }

        var order = await mine.Select(o => new { o.Id, o.State, o.LinkKey }).SingleAsync(cancellation);
        return new ConfirmedOrder(order.Id, order.State, Orders.OrderLinks.Token(order.Id, order.LinkKey));
    }
}
