using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>One of the caller's own orders, whole.</summary>
[Buyer]
public sealed record GetBuyerOrder(string OrderId) : IQuery<Result<OrderView>>;

/// <summary>The order that a link opens, read-only; whoever has the link may read it.</summary>
[Anyone]
public sealed record GetOrderByLink(string Token) : IQuery<Result<OrderView>>;

internal sealed class GetBuyerOrderHandler(PlatformDb db, CallerAccessor caller)
    : IQueryHandler<GetBuyerOrder, Result<OrderView>>, IQueryHandler<GetOrderByLink, Result<OrderView>>
{
    public async ValueTask<Result<OrderView>> Handle(GetBuyerOrder query, CancellationToken cancellation)
    {
        var mine = await db.Orders.AnyAsync(
            o => o.Id == query.OrderId && o.BuyerId == caller.Caller.BuyerId, cancellation);
        return mine ? await ReadAsync(query.OrderId, cancellation) : CheckoutErrors.NoSuchOrder;
    }

    public async ValueTask<Result<OrderView>> Handle(GetOrderByLink query, CancellationToken cancellation)
    {
        if (OrderLinks.OrderId(query.Token) is not { } id) return CheckoutErrors.NoSuchOrder;
        var key = await db.Orders.Where(o => o.Id == id).Select(o => o.LinkKey).SingleOrDefaultAsync(cancellation);
        return key is not null && OrderLinks.Opens(query.Token, key)
            ? await ReadAsync(id, cancellation)
            : CheckoutErrors.NoSuchOrder;
    }

    private async Task<Result<OrderView>> ReadAsync(string orderId, CancellationToken cancellation) =>
        await OrderReader.OrderAsync(db, orderId, cancellation) is { } order ? order : CheckoutErrors.NoSuchOrder;
}
