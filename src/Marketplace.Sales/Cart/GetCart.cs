using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Model;
using Marketplace.Sales.Shipping.Contracts;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Cart;

/// <summary>
/// The caller's cart, priced for a market: totals with shipping and tax before anybody typed a word. Who has no cart
/// gets an empty one.
/// </summary>
[Anyone]
public sealed record GetCart(Destination Destination, string CurrencyCode, IReadOnlyList<LineChange>? Changes = null)
    : IQuery<Result<PricedCart>>;

/// <summary>How many pieces are in the caller's cart; for the header.</summary>
[Anyone]
public sealed record CountCart : IQuery<Result<int>>;

internal sealed class GetCartHandler(CallerAccessor caller, ISender sender) : IQueryHandler<GetCart, Result<PricedCart>>
{
    public async ValueTask<Result<PricedCart>> Handle(GetCart query, CancellationToken cancellation) =>
        caller.Caller.BuyerId is { } buyerId
            ? await sender.Send(
                new PriceCart(buyerId, query.Destination, query.CurrencyCode, query.Changes ?? []), cancellation)
            : CartPricer.Sum([], [], query.Destination, query.CurrencyCode, null);
}

internal sealed class CountCartHandler(PlatformDb db, CallerAccessor caller) : IQueryHandler<CountCart, Result<int>>
{
    public async ValueTask<Result<int>> Handle(CountCart query, CancellationToken cancellation) =>
        caller.Caller.BuyerId is { } buyerId
            ? await db.CartLines.Where(l => l.BuyerId == buyerId).SumAsync(l => l.Quantity, cancellation)
            : 0;
}
