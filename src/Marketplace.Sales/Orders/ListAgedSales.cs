using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>
/// What was bought in the orders after one id and before another, the oldest first, ten orders a call: for whoever
/// counts the sales of some days only, and has to count anew when one grows older than that.
/// </summary>
[Internal]
public sealed record ListAgedSales(string AfterOrderId, string BeforeOrderId) : IQuery<Result<AgedSales>>;

/// <param name="LastOrderId">Where to go on; null when nothing came.</param>
public sealed record AgedSales(string? LastOrderId, IReadOnlyList<(string TenantId, string ListingId)> Listings);

internal sealed class ListAgedSalesHandler(PlatformDb db) : IQueryHandler<ListAgedSales, Result<AgedSales>>
{
    private const int Batch = 10;

    public async ValueTask<Result<AgedSales>> Handle(ListAgedSales query, CancellationToken cancellation)
    {
        // Ids go by time, and lines have theirs from the same moment as their order.
        var orders = await db.Orders.AsNoTracking()
            .Where(o => o.Id.CompareTo(query.AfterOrderId) > 0 && o.Id.CompareTo(query.BeforeOrderId) < 0)
            .OrderBy(o => o.Id).Take(Batch).Select(o => new { o.Id, o.PlacedAtUtc }).ToListAsync(cancellation);
        if (orders.Count == 0) return new AgedSales(null, []);
        var sold = orders.Where(o => o.PlacedAtUtc is not null).Select(o => o.Id).ToList();
        var listings = await db.OrderLines.AsNoTracking().Where(l => sold.Contains(l.OrderId))
            .Select(l => new { l.TenantId, l.ListingId }).Distinct().ToListAsync(cancellation);
        return new AgedSales(orders[^1].Id, [.. listings.Select(l => (l.TenantId, l.ListingId))]);
    }
}
