using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>For the console's first page: orders that need somebody, and what was sold on each of the last days.</summary>
/// <param name="Days">Today is the last one; 1 to 366.</param>
[Admin("orders")]
public sealed record GetSalesOverview(int Days = 30) : IQuery<Result<SalesOverview>>;

/// <param name="Late">Orders with a part that should have been shipped before today.</param>
/// <param name="LateSinceUtc">The end of the day on which the latest of them was promised.</param>
/// <param name="InReview">Paid, but something does not fit.</param>
/// <param name="Days">Only days on which something was sold, a line for each currency.</param>
public sealed record SalesOverview(
    int Late, DateTime? LateSinceUtc, int InReview, DateTime? InReviewSinceUtc, IReadOnlyList<PlatformDay> Days);

/// <param name="SoldMinor">What buyers paid, shipping and tax included, before refunds.</param>
/// <param name="CommissionMinor">The platform's share of it, without the tax on it.</param>
/// <param name="RefundedMinor">What was sent back to buyers on this day, of orders of any day; failed refunds left out.</param>
public sealed record PlatformDay(
    DateOnly Day, string CurrencyCode, int Orders, long SoldMinor, long CommissionMinor, long RefundedMinor = 0);

internal sealed class GetSalesOverviewHandler(PlatformDb db, TimeProvider clock)
    : IQueryHandler<GetSalesOverview, Result<SalesOverview>>
{
    public async ValueTask<Result<SalesOverview>> Handle(GetSalesOverview query, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now.Date.AddDays(1 - Math.Clamp(query.Days, 1, 366));
        var late = await LateParts.Of(db, DateOnly.FromDateTime(now)).GroupBy(_ => 1)
            .Select(g => new { Count = g.Select(s => s.OrderId).Distinct().Count(), Since = g.Min(s => s.ShipByDate) })
            .SingleOrDefaultAsync(cancellation);
        var review = await db.Orders.Where(o => o.State == OrderState.Review).GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Since = g.Min(o => o.CreatedAtUtc) }).SingleOrDefaultAsync(cancellation);
        return new SalesOverview(
            late?.Count ?? 0, late?.Since.ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc), review?.Count ?? 0, review?.Since,
            await DaysAsync(since, cancellation));
    }

    private async Task<List<PlatformDay>> DaysAsync(DateTime since, CancellationToken cancellation)
    {
        var amounts = db.SellerOrderAmounts;
        var sales = db.Orders.Where(o => o.PlacedAtUtc >= since)
            .Join(amounts, o => o.Id, a => a.OrderId, (o, a) => new
            {
                OrderId = (string?)o.Id, At = o.PlacedAtUtc!.Value, o.CurrencyCode, Sold = a.GrossMinor + a.ShippingMinor,
                Commission = a.CommissionMinor, Refunded = 0L,
            });
        // What came too late and went back whole was never sold: only refunds of a part.
        var refunds = db.OrderRefunds
            .Where(r => r.RequestedAtUtc >= since && r.SellerOrderId != null && r.State != RefundProgress.Failed)
            .Select(r => new
            {
                OrderId = (string?)null, At = r.RequestedAtUtc, r.CurrencyCode, Sold = 0L, Commission = 0L, Refunded = r.AmountMinor,
            });
        var days = await sales.Concat(refunds)
            .GroupBy(x => new { x.At.Year, x.At.Month, x.At.Day, x.CurrencyCode })
            .Select(g => new
            {
                g.Key, Orders = g.Where(x => x.OrderId != null).Select(x => x.OrderId).Distinct().Count(), Sold = g.Sum(x => x.Sold),
                Commission = g.Sum(x => x.Commission), Refunded = g.Sum(x => x.Refunded),
            })
            .ToListAsync(cancellation);
        return [.. days.Select(d => new PlatformDay(
                new DateOnly(d.Key.Year, d.Key.Month, d.Key.Day), d.Key.CurrencyCode, d.Orders, d.Sold, d.Commission, d.Refunded))
            .OrderBy(d => d.Day).ThenBy(d => d.CurrencyCode, StringComparer.Ordinal)];
    }
}

/// <summary>Parts that are paid, not shipped, and should have been before today.</summary>
internal static class LateParts
{
    public static IQueryable<SellerOrder> Of(PlatformDb db, DateOnly today) => db.SellerOrders.AsNoTracking().Where(s =>
        (s.State == FulfilmentState.Placed || s.State == FulfilmentState.Accepted || s.State == FulfilmentState.PartShipped)
        && s.ShipByDate < today);
}
