using Marketplace.Accounts.Identity;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>A signed-in person adds a guest's order to the account: the link in the mail is the proof.</summary>
[Person]
public sealed record ClaimOrderByLink(string Token) : ICommand<Result>, IPlatformTransaction;

internal sealed class ClaimOrderByLinkHandler(PlatformDb db, CallerAccessor caller, ISender sender)
    : ICommandHandler<ClaimOrderByLink, Result>
{
    public async ValueTask<Result> Handle(ClaimOrderByLink command, CancellationToken cancellation)
    {
        if (OrderLinks.OrderId(command.Token) is not { } id) return CheckoutErrors.NoSuchOrder;
        var order = await db.Orders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellation);
        if (order is null || !OrderLinks.Opens(command.Token, order.LinkKey)) return CheckoutErrors.NoSuchOrder;
        if (order.BuyerId == caller.Caller.BuyerId) return Result.Success();
        // The link is shared to be read: another person's order stays that person's.
        if ((await sender.Send(new IsPersonsBuyer(order.BuyerId), cancellation)).Required()) return CheckoutErrors.NoSuchOrder;
        return await sender.Send(new ClaimOrders(order.BuyerId, caller.Caller.BuyerId!, id), cancellation);
    }
}
