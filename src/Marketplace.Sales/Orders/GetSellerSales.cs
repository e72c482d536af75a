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

/// <param name="Days">Days without an order are left out; orders that were cancelled are no sales.</param>
public sealed record SellerSales(SellerDuties Duties, IReadOnlyList<SalesDay> Days);

/// <param name="NewCount">Placed and not accepted yet; the oldest must be accepted by <paramref name="AcceptByUtc"/>.</param>
/// <param name="LateCount">Not wholly shipped and promised for a day before today, accepted or not.</param>
/// <param name="DueCount">Not wholly shipped and promised for today, accepted or not.</param>
/// <param name="LaterCount">Accepted and promised for a later day; the first for <paramref name="NextDate"/>.</param>
/// <param name="CancellationsAsked">Buyers who wait for an answer, the first since <paramref name="AskedAtUtc"/>.</param>
public sealed record SellerDuties(
    int NewCount, DateTime? AcceptByUtc, int LateCount, DateOnly? OldestLateDate, int DueCount, int LaterCount, DateOnly? NextDate,
    int CancellationsAsked, DateTime? AskedAtUtc)
{
    public static readonly SellerDuties None = new(0, null, 0, null, 0, 0, null, 0, null);
}

public sealed record SalesDay(DateOnly Day, string CurrencyCode, int Orders, long TotalMinor);

internal sealed class GetSellerSalesHandler(SellerDb db, TimeProvider clock) : IQueryHandler<GetSellerSales, Result<SellerSales>>
{
    public async ValueTask<Result<SellerSales>> Handle(GetSellerSales query, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now.Date.AddDays(1 - Math.Clamp(query.Days, 1, 366));
        var mine = db.SellerOrders.AsNoTracking().Where(s => s.TenantId == db.TenantId);
        var days = await mine.Where(s => s.PlacedAtUtc >= since && s.State != FulfilmentState.Cancelled)
            .GroupBy(s => new { s.PlacedAtUtc!.Value.Date, s.CurrencyCode })
            .Select(g => new { g.Key.Date, g.Key.CurrencyCode, Orders = g.Count(), Total = g.Sum(s => s.TotalMinor) })
            .ToListAsync(cancellation);
        return new SellerSales(
            await DutiesAsync(mine, DateOnly.FromDateTime(now), cancellation),
            [.. days.OrderBy(d => d.Date).ThenBy(d => d.CurrencyCode, StringComparer.Ordinal)
                .Select(d => new SalesDay(DateOnly.FromDateTime(d.Date), d.CurrencyCode, d.Orders, d.Total))]);
    }

    private static async Task<SellerDuties> DutiesAsync(IQueryable<SellerOrder> mine, DateOnly today, CancellationToken cancellation)
    {
        var open = await mine
            .Where(s => s.State == FulfilmentState.Placed || s.State == FulfilmentState.Accepted
                || s.State == FulfilmentState.PartShipped)
            .GroupBy(_ => 1)
            .Select(g => new SellerDuties(
                g.Count(s => s.State == FulfilmentState.Placed),
                g.Min(s => s.State == FulfilmentState.Placed ? s.AcceptByUtc : null),
                g.Count(s => s.ShipByDate < today),
                g.Min(s => s.ShipByDate < today ? (DateOnly?)s.ShipByDate : null),
                g.Count(s => s.ShipByDate == today),
                g.Count(s => s.State != FulfilmentState.Placed && s.ShipByDate > today),
                g.Min(s => s.State != FulfilmentState.Placed && s.ShipByDate > today ? (DateOnly?)s.ShipByDate : null),
                g.Count(s => s.CancellationAskedAtUtc != null),
                g.Min(s => s.CancellationAskedAtUtc)))
            .SingleOrDefaultAsync(cancellation);
        return open ?? SellerDuties.None;
    }
}
