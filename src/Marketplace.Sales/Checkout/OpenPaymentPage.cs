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
/// Second phase, outside any transaction: opens the payment page of a drafted order, or finds the one that is open.
/// Answers its address. Sent again after a crash or a time-out it ends at the same page.
/// </summary>
[Buyer]
public sealed record OpenPaymentPage(string OrderId) : ICommand<Result<string>>;

internal sealed class OpenPaymentPageHandler(PlatformDb db, CallerAccessor caller, ISender sender)
    : ICommandHandler<OpenPaymentPage, Result<string>>
{
    public async ValueTask<Result<string>> Handle(OpenPaymentPage command, CancellationToken cancellation)
    {
        var order = await db.Orders.AsNoTracking().Where(o => o.Id == command.OrderId && o.BuyerId == caller.Caller.BuyerId)
            .Select(o => new { o.State }).SingleOrDefaultAsync(cancellation);
        if (order is null) return CheckoutErrors.NoSuchOrder;
        if (order.State != OrderState.AwaitingPayment) return CheckoutErrors.NotPayable;
        var opened = await sender.Send(new OpenPayment(command.OrderId), cancellation);
        return opened.Ok ? opened.Value.PageUrl : opened.Error;
    }
}
