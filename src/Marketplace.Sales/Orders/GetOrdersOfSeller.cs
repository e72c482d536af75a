using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>How one seller's orders stand, for the console.</summary>
[Admin("orders")]
public sealed record GetOrdersOfSeller(string TenantId) : IQuery<Result<OrdersOfSeller>>;

/// <param name="Late">Should have been shipped before today.</param>
/// <param name="Sold">What buyers paid so far, by currency.</param>
public sealed record OrdersOfSeller(
    IReadOnlyDictionary<FulfilmentState, int> InState, int Late, IReadOnlyDictionary<string, long> Sold)
{
    public int All => InState.Values.Sum();
}

internal sealed class GetOrdersOfSellerHandler(PlatformDb db, TimeProvider clock)
    : IQueryHandler<GetOrdersOfSeller, Result<OrdersOfSeller>>
{
    public async ValueTask<Result<OrdersOfSeller>> Handle(GetOrdersOfSeller query, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var groups = await db.SellerOrders.Where(s => s.TenantId == query.TenantId && s.State != FulfilmentState.Draft)
            .GroupBy(s => new { s.State, s.CurrencyCode, Late = s.ShipByDate < today })
            .Select(g => new { g.Key, Count = g.Count(), Sold = g.Sum(s => s.TotalMinor) }).ToListAsync(cancellation);
        return new OrdersOfSeller(
            groups.GroupBy(g => g.Key.State).ToDictionary(g => g.Key, g => g.Sum(x => x.Count)),
            groups.Where(g => g.Key is
            {
                Late: true, State: FulfilmentState.Placed or FulfilmentState.Accepted or FulfilmentState.PartShipped,
            }).Sum(g => g.Count),
            groups.GroupBy(g => g.Key.CurrencyCode).ToDictionary(g => g.Key, g => g.Sum(x => x.Sold)));
    }
}
