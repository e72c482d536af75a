using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>The tabs of a seller's orders, in the order in which work is done.</summary>
public enum SellerOrderTab
{
    New,
    ToShip,
    Shipped,
    Delivered,
    Cancelled,
    All,
}

/// <summary>A seller's orders of one tab, newest first, a page at a time.</summary>
/// <param name="Search">Part of the order's number or of the buyer's name.</param>
/// <param name="State">One state instead of the whole tab.</param>
/// <param name="Filter">Narrows the tab further.</param>
/// <param name="ChangedFromUtc">Only orders to which something happened since.</param>
[Seller("orders")]
public sealed record ListSellerOrders(
    SellerOrderTab Tab, string? Search = null, string? Cursor = null, FulfilmentState? State = null,
    DateTime? ChangedFromUtc = null, int Take = ListSellerOrders.UsualSize, OrderFilter? Filter = null) : IQuery<Result<SellerOrderPage>>
{
    public const int UsualSize = 30;
    public const int MaximumSize = 100;
}

/// <param name="To">The last day, inclusive; both days in UTC.</param>
/// <param name="FromMinor">Of what the buyer paid, in the order's own currency.</param>
/// <param name="CurrencyCode">Counts with an amount or with <see cref="OrdersThat.AreSold"/>, whose sums are of one currency.</param>
/// <param name="Only">Exactly those that a first page counts.</param>
public sealed record OrderFilter(
    DateOnly? From = null, DateOnly? To = null, string? Country = null, long? FromMinor = null, long? ToMinor = null,
    string? CurrencyCode = null, OrdersThat? Only = null);

/// <summary>Why a seller's first page counts an order.</summary>
public enum OrdersThat
{
    /// <summary>Promised for a day before today, and not wholly shipped.</summary>
    AreLate,

    /// <summary>Promised for today, and not wholly shipped.</summary>
    AreDueToday,

    /// <summary>Their buyer waits for an answer.</summary>
    AskCancellation,

    /// <summary>All but the cancelled ones.</summary>
    AreSold,
}

public sealed record SellerOrderPage(
    IReadOnlyList<SellerOrderRow> Rows, string? Next, IReadOnlyDictionary<SellerOrderTab, int> Counts);

public sealed record SellerOrderRow(
    string SellerOrderId, string Number, FulfilmentState State, DateTime PlacedAtUtc, string BuyerName, string City,
    string Country, DateOnly ShipByDate, DateTime? AcceptByUtc, bool CancellationIsAsked, string CurrencyCode,
    long TotalMinor, int Pieces, string FirstTitle, string? PictureRef);

internal sealed class ListSellerOrdersHandler(SellerDb db, TimeProvider clock) : IQueryHandler<ListSellerOrders, Result<SellerOrderPage>>
{
    public async ValueTask<Result<SellerOrderPage>> Handle(ListSellerOrders query, CancellationToken cancellation)
    {
        var all = db.SellerOrders.AsNoTracking().Where(s => s.TenantId == db.TenantId && s.State != FulfilmentState.Draft);
        var counts = await all.GroupBy(s => s.State).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var size = Math.Clamp(query.Take, 1, ListSellerOrders.MaximumSize);
        var wanted = Narrowed(Changed(InState(all, query), query.ChangedFromUtc), query.Filter ?? new OrderFilter());
        if (query.Filter?.Only is { } only) wanted = That(wanted, only, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (query.Search?.Trim() is { Length: > 0 and <= 80 } search)
            wanted = wanted.Where(s => s.Number!.StartsWith(search) || s.BuyerName.Contains(search));
        if (TimeCursor.Read(query.Cursor) is { } after)
        {
            wanted = wanted.Where(s =>
                s.PlacedAtUtc < after.AtUtc || (s.PlacedAtUtc == after.AtUtc && s.Id.CompareTo(after.Id) < 0));
        }

        var parts = await wanted.OrderByDescending(s => s.PlacedAtUtc).ThenByDescending(s => s.Id)
            .Take(size + 1).ToListAsync(cancellation);
        var next = parts.Count > size ? TimeCursor.Write(parts[size - 1].PlacedAtUtc!.Value, parts[size - 1].Id) : null;
        var ids = parts.Take(size).Select(p => p.Id).ToList();
        var lines = await db.OrderLines.AsNoTracking()
            .Where(l => l.TenantId == db.TenantId && ids.Contains(l.SellerOrderId)).OrderBy(l => l.Position).ToListAsync(cancellation);
        return new SellerOrderPage(
            [.. parts.Take(size).Select(p => Row(p, [.. lines.Where(l => l.SellerOrderId == p.Id)]))], next,
            Enum.GetValues<SellerOrderTab>().ToDictionary(t => t, t => States(t).Sum(s => counts.GetValueOrDefault(s))));
    }

    private static IQueryable<SellerOrder> InState(IQueryable<SellerOrder> orders, ListSellerOrders query)
    {
        if (query.State is { } one) return orders.Where(s => s.State == one);
        var states = States(query.Tab);
        return orders.Where(s => states.Contains(s.State));
    }

    private static IQueryable<SellerOrder> Narrowed(IQueryable<SellerOrder> orders, OrderFilter filter)
    {
        if (filter.From is { } from)
        {
            var start = from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            orders = orders.Where(s => s.PlacedAtUtc >= start);
        }

        if (filter.To is { } to && to < DateOnly.MaxValue)
        {
            var end = to.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            orders = orders.Where(s => s.PlacedAtUtc < end);
        }

        if (filter.Country is { } country) orders = orders.Where(s => s.ShipTo.Country == country);
        if (filter.CurrencyCode is { } currency && (filter.Only is OrdersThat.AreSold || (filter.FromMinor ?? filter.ToMinor) is not null))
            orders = orders.Where(s => s.CurrencyCode == currency);
        if (filter.FromMinor is { } least) orders = orders.Where(s => s.TotalMinor >= least);
        return filter.ToMinor is { } most ? orders.Where(s => s.TotalMinor <= most) : orders;
    }

    private static IQueryable<SellerOrder> That(IQueryable<SellerOrder> orders, OrdersThat only, DateOnly today)
    {
        var open = orders.Where(s => s.State == FulfilmentState.Placed || s.State == FulfilmentState.Accepted
            || s.State == FulfilmentState.PartShipped);
        return only switch
        {
            OrdersThat.AreLate => open.Where(s => s.ShipByDate < today),
            OrdersThat.AreDueToday => open.Where(s => s.ShipByDate == today),
            OrdersThat.AskCancellation => open.Where(s => s.CancellationAskedAtUtc != null),
            OrdersThat.AreSold => orders.Where(s => s.State != FulfilmentState.Cancelled),
        };
    }

    private IQueryable<SellerOrder> Changed(IQueryable<SellerOrder> orders, DateTime? fromUtc)
    {
        if (fromUtc is not { } from) return orders;
        var events = db.OrderEvents;
        return orders.Where(s => events.Any(e => e.TenantId == s.TenantId && e.SellerOrderId == s.Id && e.AtUtc >= from));
    }

    internal static IReadOnlyList<FulfilmentState> States(SellerOrderTab tab) => tab switch
    {
        SellerOrderTab.New => [FulfilmentState.Placed],
        SellerOrderTab.ToShip => [FulfilmentState.Accepted, FulfilmentState.PartShipped],
        SellerOrderTab.Shipped => [FulfilmentState.Shipped],
        SellerOrderTab.Delivered => [FulfilmentState.Delivered],
        SellerOrderTab.Cancelled => [FulfilmentState.Cancelled],
        SellerOrderTab.All =>
        [
            FulfilmentState.Placed, FulfilmentState.Accepted, FulfilmentState.PartShipped, FulfilmentState.Shipped,
            FulfilmentState.Delivered, FulfilmentState.Cancelled,
        ],
    };

    private static SellerOrderRow Row(SellerOrder part, List<OrderLine> lines) => new(
        part.Id, part.Number ?? "", part.State, part.PlacedAtUtc!.Value, part.BuyerName, part.ShipTo.City, part.ShipTo.Country,
        part.ShipByDate, part.AcceptByUtc, part.CancellationAskedAtUtc is not null, part.CurrencyCode, part.TotalMinor,
        lines.Sum(l => l.Quantity), lines.FirstOrDefault()?.Title ?? "", lines.FirstOrDefault()?.PictureRef);
}
