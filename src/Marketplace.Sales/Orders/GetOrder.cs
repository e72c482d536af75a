using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>An order with everything the platform knows of it: parts, money, refunds, why it is in review.</summary>
[Admin("orders")]
public sealed record GetOrder(string OrderId) : IQuery<Result<AdminOrder>>;

/// <param name="Money">By the part's id.</param>
/// <param name="Refunds">Of the whole order, not of a part: money given back to a late buyer.</param>
public sealed record AdminOrder(
    OrderView Order, string BuyerId, string? ReviewReason, DateTime ExpiresAtUtc,
    IReadOnlyDictionary<string, SellerOrderMoney> Money, IReadOnlyList<RefundView> Refunds);

internal sealed class GetOrderHandler(PlatformDb db) : IQueryHandler<GetOrder, Result<AdminOrder>>
{
    public async ValueTask<Result<AdminOrder>> Handle(GetOrder query, CancellationToken cancellation)
    {
        var order = await db.Orders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == query.OrderId, cancellation);
        if (order is null) return CheckoutErrors.NoSuchOrder;
        var view = await OrderReader.OrderAsync(db, order, cancellation);
        var amounts = await db.SellerOrderAmounts.AsNoTracking().Where(a => a.OrderId == order.Id).ToListAsync(cancellation);
        var refunds = (await db.OrderRefunds.AsNoTracking().Where(r => r.OrderId == order.Id)
            .OrderBy(r => r.RequestedAtUtc).ToListAsync(cancellation)).ToLookup(r => r.SellerOrderId, StringComparer.Ordinal);
        return new AdminOrder(
            view, order.BuyerId, order.ReviewReason, order.ExpiresAtUtc,
            amounts.ToDictionary(a => a.Id, a => SellerOrderMoney.Of(a, refunds[a.Id]), StringComparer.Ordinal),
            [.. refunds[null].Select(RefundView.Of)]);
    }
}
