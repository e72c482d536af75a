using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>The seller's newest orders, for its first page: at most ten, by one query.</summary>
[Seller("orders")]
public sealed record ListLatestOrders(int Take = 5) : IQuery<Result<IReadOnlyList<LatestOrder>>>;

/// <param name="Lines">How many different things it holds; the first is <paramref name="FirstTitle"/>.</param>
public sealed record LatestOrder(
    string SellerOrderId, string Number, FulfilmentState State, DateTime PlacedAtUtc, string BuyerName, DateOnly ShipByDate,
    bool CancellationIsAsked, string CurrencyCode, long TotalMinor, int Lines, string FirstTitle);

internal sealed class ListLatestOrdersHandler(SellerDb db)
    : IQueryHandler<ListLatestOrders, Result<IReadOnlyList<LatestOrder>>>
{
    private const int Most = 10;

    public async ValueTask<Result<IReadOnlyList<LatestOrder>>> Handle(ListLatestOrders query, CancellationToken cancellationToken)
    {
        var lines = db.OrderLines.AsNoTracking().Where(l => l.TenantId == db.TenantId);
        return await db.SellerOrders.AsNoTracking()
            .Where(s => s.TenantId == db.TenantId && s.State != FulfilmentState.Draft)
            .OrderByDescending(s => s.PlacedAtUtc).ThenByDescending(s => s.Id).Take(Math.Clamp(query.Take, 1, Most))
            .Select(s => new LatestOrder(
                s.Id, s.Number!, s.State, s.PlacedAtUtc!.Value, s.BuyerName, s.ShipByDate, s.CancellationAskedAtUtc != null,
                s.CurrencyCode, s.TotalMinor, lines.Count(l => l.SellerOrderId == s.Id),
                lines.Where(l => l.SellerOrderId == s.Id).OrderBy(l => l.Position).Select(l => l.Title).FirstOrDefault() ?? ""))
            .ToListAsync(cancellationToken);
    }
}
