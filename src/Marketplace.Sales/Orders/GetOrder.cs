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
        if (await OrderReader.OrderAsync(db, query.OrderId, cancellation) is not { } view) return CheckoutErrors.NoSuchOrder;
        var order = await db.Orders.AsNoTracking().SingleAsync(o => o.Id == query.OrderId, cancellation);
        var amounts = await db.SellerOrderAmounts.AsNoTracking().Where(a => a.OrderId == order.Id).ToListAsync(cancellation);
        Dictionary<string, SellerOrderMoney> money = [];
        foreach (var amount in amounts)
            money[amount.Id] = await GetSellerOrderMoneyHandler.ReadAsync(db, amount, cancellation);
        var refunds = await db.OrderRefunds.AsNoTracking().Where(r => r.OrderId == order.Id && r.SellerOrderId == null)
            .ToListAsync(cancellation);
        return new AdminOrder(
            view, order.BuyerId, order.ReviewReason, order.ExpiresAtUtc, money,
            [.. refunds.Select(r => new RefundView(r.Id, r.AmountMinor, r.By, r.Reason, r.RequestedAtUtc, r.State.ToString()))]);
    }
}
