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
[Seller("orders")]
public sealed record ListSellerOrders(SellerOrderTab Tab, string? Search = null, string? Cursor = null)
    : IQuery<Result<SellerOrderPage>>;

public sealed record SellerOrderPage(
    IReadOnlyList<SellerOrderRow> Rows, string? Next, IReadOnlyDictionary<SellerOrderTab, int> Counts);

public sealed record SellerOrderRow(
    string SellerOrderId, string Number, FulfilmentState State, DateTime PlacedAtUtc, string BuyerName, string City,
    string Country, DateOnly ShipByDate, DateTime? AcceptByUtc, bool CancellationIsAsked, string CurrencyCode,
    long TotalMinor, int Pieces, string FirstTitle, string? PictureRef);

internal sealed class ListSellerOrdersHandler(SellerDb db) : IQueryHandler<ListSellerOrders, Result<SellerOrderPage>>
{
    private const int PageSize = 30;

    public async ValueTask<Result<SellerOrderPage>> Handle(ListSellerOrders query, CancellationToken cancellation)
    {
        var all = db.SellerOrders.AsNoTracking().Where(s => s.TenantId == db.TenantId && s.State != FulfilmentState.Draft);
        var counts = await all.GroupBy(s => s.State).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var states = States(query.Tab);
        var wanted = all.Where(s => states.Contains(s.State));
        if (query.Search?.Trim() is { Length: > 0 and <= 80 } search)
            wanted = wanted.Where(s => s.Number!.StartsWith(search) || s.BuyerName.Contains(search));
        if (TimeCursor.Read(query.Cursor) is { } after)
        {
            wanted = wanted.Where(s =>
                s.PlacedAtUtc < after.AtUtc || (s.PlacedAtUtc == after.AtUtc && s.Id.CompareTo(after.Id) < 0));
        }

        var parts = await wanted.OrderByDescending(s => s.PlacedAtUtc).ThenByDescending(s => s.Id)
            .Take(PageSize + 1).ToListAsync(cancellation);
        var next = parts.Count > PageSize ? TimeCursor.Write(parts[PageSize - 1].PlacedAtUtc!.Value, parts[PageSize - 1].Id) : null;
        var ids = parts.Take(PageSize).Select(p => p.Id).ToList();
        var lines = await db.OrderLines.AsNoTracking()
            .Where(l => l.TenantId == db.TenantId && ids.Contains(l.SellerOrderId)).OrderBy(l => l.Position).ToListAsync(cancellation);
        return new SellerOrderPage(
            [.. parts.Take(PageSize).Select(p => Row(p, [.. lines.Where(l => l.SellerOrderId == p.Id)]))], next,
            Enum.GetValues<SellerOrderTab>().ToDictionary(t => t, t => States(t).Sum(s => counts.GetValueOrDefault(s))));
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
