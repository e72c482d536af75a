using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>For the seller's first page: what waits, and what was sold on each of the last days.</summary>
[Seller("member")]
public sealed record GetSellerSales(int Days = 30) : IQuery<Result<SellerSales>>;

/// <param name="NewCount">Placed and not accepted yet; the oldest must be accepted by <paramref name="AcceptByUtc"/>.</param>
/// <param name="LateCount">Should have been shipped by today.</param>
public sealed record SellerSales(
    int NewCount, DateTime? AcceptByUtc, int ToShipCount, int LateCount, int CancellationsAsked,
    IReadOnlyList<SalesDay> Days);

public sealed record SalesDay(DateOnly Day, string CurrencyCode, int Orders, long TotalMinor);

internal sealed class GetSellerSalesHandler(SellerDb db, TimeProvider clock) : IQueryHandler<GetSellerSales, Result<SellerSales>>
{
    public async ValueTask<Result<SellerSales>> Handle(GetSellerSales query, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var since = now.Date.AddDays(1 - Math.Clamp(query.Days, 1, 366));
        var mine = db.SellerOrders.AsNoTracking().Where(s => s.TenantId == db.TenantId);
        var open = await mine
            .Where(s => s.State == FulfilmentState.Placed || s.State == FulfilmentState.Accepted
                || s.State == FulfilmentState.PartShipped)
            .Select(s => new { s.State, s.AcceptByUtc, s.ShipByDate, Asked = s.CancellationAskedAtUtc != null })
            .ToListAsync(cancellation);
        var sold = await mine.Where(s => s.PlacedAtUtc >= since)
            .Select(s => new { At = s.PlacedAtUtc!.Value, s.CurrencyCode, s.TotalMinor }).ToListAsync(cancellation);
        return new SellerSales(
            open.Count(s => s.State == FulfilmentState.Placed),
            open.Where(s => s.State == FulfilmentState.Placed).Min(s => s.AcceptByUtc),
            open.Count(s => s.State != FulfilmentState.Placed), open.Count(s => s.ShipByDate <= today),
            open.Count(s => s.Asked),
            [
                .. sold.GroupBy(s => (Day: DateOnly.FromDateTime(s.At), s.CurrencyCode)).OrderBy(g => g.Key.Day)
                    .Select(g => new SalesDay(g.Key.Day, g.Key.CurrencyCode, g.Count(), g.Sum(s => s.TotalMinor))),
            ]);
    }
}
