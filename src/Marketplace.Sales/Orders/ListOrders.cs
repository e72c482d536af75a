using System.Globalization;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>All orders, for the platform's staff, newest first.</summary>
/// <param name="Search">An order's number, or the beginning of the buyer's e-mail.</param>
/// <param name="TenantId">Only orders with a part of this seller.</param>
/// <param name="OnlyLate">Only orders with a part that should have been shipped before today.</param>
/// <param name="PlacedFrom">Only orders that were paid on this day or later (UTC).</param>
/// <param name="RefundedFrom">Only orders of which something was sent back to the buyer on this day or later (UTC).</param>
[Admin("orders")]
public sealed record ListOrders(
    OrderState? State = null, string? Search = null, string? Cursor = null, string? TenantId = null, bool OnlyLate = false,
    DateOnly? PlacedFrom = null, DateOnly? RefundedFrom = null, string? CurrencyCode = null) : IQuery<Result<AdminOrderPage>>;

/// <param name="Counts">Of the states that ask for somebody's act: awaiting payment, and in review.</param>
public sealed record AdminOrderPage(
    IReadOnlyList<AdminOrderRow> Rows, string? Next, IReadOnlyDictionary<OrderState, int> Counts);

public sealed record AdminOrderRow(
    string OrderId, long? Number, OrderState State, DateTime CreatedAtUtc, DateTime? PlacedAtUtc, string Email, string Country,
    string CurrencyCode, long TotalMinor, IReadOnlyList<AdminPartRow> Parts);

public sealed record AdminPartRow(string SellerOrderId, string SellerName, FulfilmentState State);

internal sealed class ListOrdersHandler(PlatformDb db, TimeProvider clock) : IQueryHandler<ListOrders, Result<AdminOrderPage>>
{
    private const int PageSize = 50;

    /// <summary>States that orders leave again: few at a time, while the others only grow.</summary>
    private static readonly OrderState[] Passing = [OrderState.AwaitingPayment, OrderState.Review];

    public async ValueTask<Result<AdminOrderPage>> Handle(ListOrders query, CancellationToken cancellation)
    {
        var counts = await db.Orders.Where(o => Passing.Contains(o.State)).GroupBy(o => o.State)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var wanted = db.Orders.AsNoTracking().Where(o => query.State == null || o.State == query.State);
        if (query.Search?.Trim() is { Length: > 0 and <= 254 } search)
        {
            var digits = search.TrimStart('#').Split('-')[0];
            wanted = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? wanted.Where(o => o.Number == number)
                : wanted.Where(o => o.Email.StartsWith(search));
        }

        if (query.TenantId is { Length: > 0 } tenant)
        {
            var theirs = db.SellerOrders;
            wanted = wanted.Where(o => theirs.Any(s => s.OrderId == o.Id && s.TenantId == tenant));
        }

        if (query.OnlyLate)
        {
            var late = LateParts.Of(db, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            wanted = wanted.Where(o => late.Any(s => s.OrderId == o.Id));
        }

        wanted = Since(wanted, query);
        if (TimeCursor.Read(query.Cursor) is { } after)
        {
            wanted = wanted.Where(o =>
                o.CreatedAtUtc < after.AtUtc || (o.CreatedAtUtc == after.AtUtc && o.Id.CompareTo(after.Id) < 0));
        }

        var orders = await wanted.OrderByDescending(o => o.CreatedAtUtc).ThenByDescending(o => o.Id)
            .Take(PageSize + 1).ToListAsync(cancellation);
        var next = orders.Count > PageSize ? TimeCursor.Write(orders[PageSize - 1].CreatedAtUtc, orders[PageSize - 1].Id) : null;
        var shown = orders.Take(PageSize).ToList();
        var ids = shown.ConvertAll(o => o.Id);
        var parts = await db.SellerOrders.AsNoTracking().Where(s => ids.Contains(s.OrderId)).OrderBy(s => s.Position)
            .Select(s => new { s.OrderId, Row = new AdminPartRow(s.Id, s.SellerName, s.State) }).ToListAsync(cancellation);
        return new AdminOrderPage(
            [
                .. shown.Select(o => new AdminOrderRow(
                    o.Id, o.Number, o.State, o.CreatedAtUtc, o.PlacedAtUtc, o.Email, o.ShipTo.Country, o.CurrencyCode,
                    o.TotalMinor, [.. parts.Where(p => p.OrderId == o.Id).Select(p => p.Row)])),
            ],
            next, Passing.ToDictionary(s => s, counts.GetValueOrDefault));
    }

    private IQueryable<Order> Since(IQueryable<Order> orders, ListOrders query)
    {
        if (query.CurrencyCode is { } currency) orders = orders.Where(o => o.CurrencyCode == currency);
        if (query.PlacedFrom is { } placed)
        {
            var start = placed.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            orders = orders.Where(o => o.PlacedAtUtc >= start);
        }

        if (query.RefundedFrom is { } refunded)
        {
            var start = refunded.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            var refunds = db.OrderRefunds
                .Where(r => r.RequestedAtUtc >= start && r.SellerOrderId != null && r.State != RefundProgress.Failed);
            orders = orders.Where(o => refunds.Any(r => r.OrderId == o.Id));
        }

        return orders;
    }
}
