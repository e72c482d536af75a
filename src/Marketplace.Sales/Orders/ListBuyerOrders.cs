using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>The caller's orders, newest first, a page at a time.</summary>
[Buyer]
public sealed record ListBuyerOrders(string? Cursor = null) : IQuery<Result<BuyerOrderPage>>;

public sealed record BuyerOrderPage(IReadOnlyList<BuyerOrderRow> Rows, string? Next);

public sealed record BuyerOrderRow(
    string OrderId, long? Number, OrderState State, DateTime PlacedAtUtc, string CurrencyCode, long TotalMinor,
    IReadOnlyList<BuyerPartRow> Parts);

public sealed record BuyerPartRow(
    string SellerOrderId, string SellerName, FulfilmentState State, DateOnly ArrivesToDate, DateTime? DeliveredAtUtc,
    IReadOnlyList<BuyerLineRow> Lines);

public sealed record BuyerLineRow(string Title, string Options, string? PictureRef, string Slug, int Quantity);

internal sealed class ListBuyerOrdersHandler(PlatformDb db, CallerAccessor caller)
    : IQueryHandler<ListBuyerOrders, Result<BuyerOrderPage>>
{
    private const int PageSize = 20;

    public async ValueTask<Result<BuyerOrderPage>> Handle(ListBuyerOrders query, CancellationToken cancellation)
    {
        var buyerId = caller.Caller.BuyerId!;
        var mine = db.Orders.AsNoTracking().Where(o => o.BuyerId == buyerId && o.PlacedAtUtc != null);
        if (TimeCursor.Read(query.Cursor) is { } after)
            mine = mine.Where(o => o.PlacedAtUtc < after.AtUtc || (o.PlacedAtUtc == after.AtUtc && o.Id.CompareTo(after.Id) < 0));
        var orders = await mine.OrderByDescending(o => o.PlacedAtUtc).ThenByDescending(o => o.Id)
            .Take(PageSize + 1).ToListAsync(cancellation);
        var next = orders.Count > PageSize ? TimeCursor.Write(orders[PageSize - 1].PlacedAtUtc!.Value, orders[PageSize - 1].Id) : null;
        var shown = orders.Take(PageSize).ToList();
        var ids = shown.ConvertAll(o => o.Id);
        var parts = await db.SellerOrders.AsNoTracking().Where(s => ids.Contains(s.OrderId)).OrderBy(s => s.Position)
            .ToListAsync(cancellation);
        var lines = await db.OrderLines.AsNoTracking().Where(l => ids.Contains(l.OrderId)).OrderBy(l => l.Position)
            .ToListAsync(cancellation);
        return new BuyerOrderPage([.. shown.Select(o => Row(o, parts, lines))], next);
    }

    private static BuyerOrderRow Row(Order order, List<SellerOrder> parts, List<OrderLine> lines) => new(
        order.Id, order.Number, order.State, order.PlacedAtUtc!.Value, order.CurrencyCode, order.TotalMinor,
        [
            .. parts.Where(p => p.OrderId == order.Id).Select(p => new BuyerPartRow(
                p.Id, p.SellerName, p.State, p.ArrivesToDate, p.DeliveredAtUtc,
                [
                    .. lines.Where(l => l.SellerOrderId == p.Id)
                        .Select(l => new BuyerLineRow(l.Title, l.Options, l.PictureRef, l.Slug, l.Quantity)),
                ])),
        ]);
}
