using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Payments;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Marketplace.Sales.Orders;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Checkout;

/// <summary>
/// The buyer comes back from the payment page: asks the processor how it stands and acts on the answer, so that the
/// confirmation need not wait for the webhook.
/// </summary>
[Buyer]
public sealed record ConfirmPayment(string OrderId) : ICommand<Result<ConfirmedOrder>>;

/// <summary>
/// The same by the order's link: whoever has it may see how the order stands, and asking the processor changes nothing that
/// its webhook would not.
/// </summary>
[Anyone]
public sealed record ConfirmPaymentByLink(string Token) : ICommand<Result<ConfirmedOrder>>;

/// <param name="LinkToken">For the order's page, which needs no sign-in.</param>
public sealed record ConfirmedOrder(string OrderId, OrderState State, string LinkToken);

internal sealed class ConfirmPaymentHandler(PlatformDb db, CallerAccessor caller, ISender sender)
    : ICommandHandler<ConfirmPayment, Result<ConfirmedOrder>>, ICommandHandler<ConfirmPaymentByLink, Result<ConfirmedOrder>>
{
    public async ValueTask<Result<ConfirmedOrder>> Handle(ConfirmPayment command, CancellationToken cancellation) =>
        await AskAsync(
            db.Orders.AsNoTracking().Where(o => o.Id == command.OrderId && o.BuyerId == caller.Caller.BuyerId), cancellation);

    public async ValueTask<Result<ConfirmedOrder>> Handle(ConfirmPaymentByLink command, CancellationToken cancellation)
    {
        if (OrderLinks.OrderId(command.Token) is not { } id) return CheckoutErrors.NoSuchOrder;
        var one = db.Orders.AsNoTracking().Where(o => o.Id == id);
        return await one.Select(o => o.LinkKey).SingleOrDefaultAsync(cancellation) is { } key && OrderLinks.Opens(command.Token, key)
            ? await AskAsync(one, cancellation)
            : CheckoutErrors.NoSuchOrder;
    }

    private async Task<Result<ConfirmedOrder>> AskAsync(IQueryable<Order> one, CancellationToken cancellation)
    {
        var known = await one.Select(o => new { o.Id, o.State, o.LinkKey }).SingleOrDefaultAsync(cancellation);
        if (known is null) return CheckoutErrors.NoSuchOrder;
        if (known.State is OrderState.AwaitingPayment or OrderState.Expired)
        {
            var payment = await sender.Send(new SyncPayment(known.Id), cancellation);
            if (!payment.Ok) return payment.Error;
            var done = await sender.Send(new ApplyPayment(known.Id, payment.Value), cancellation);
            if (!done.Ok) return done.Error;
        }

        var state = await one.Select(o => o.State).SingleAsync(cancellation);
        return new ConfirmedOrder(known.Id, state, OrderLinks.Token(known.Id, known.LinkKey));
    }
}
