using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>
/// What is printed of several of the seller's own orders, in the order asked for: a fixed number of queries however many.
/// Ids of others are left out; without any that is the seller's own: <c>order.not-found</c>.
/// </summary>
[Seller("orders")]
public sealed record GetOrderPapers(IReadOnlyList<string> SellerOrderIds) : IQuery<Result<IReadOnlyList<OrderPaper>>>
{
    public const int Maximum = 100;
}

public sealed record OrderPaper(PartView Part, string BuyerName, string? Phone, Address ShipTo, DateTime PlacedAtUtc);

internal sealed class GetOrderPapersHandler(SellerDb db) : IQueryHandler<GetOrderPapers, Result<IReadOnlyList<OrderPaper>>>
{
    public async ValueTask<Result<IReadOnlyList<OrderPaper>>> Handle(GetOrderPapers query, CancellationToken cancellation)
    {
        var ids = query.SellerOrderIds.Distinct(StringComparer.Ordinal).Take(GetOrderPapers.Maximum).ToList();
        var which = db.SellerOrders.Where(s => s.TenantId == db.TenantId && ids.Contains(s.Id) && s.State != FulfilmentState.Draft);
        var rows = await which.AsNoTracking().ToDictionaryAsync(s => s.Id, StringComparer.Ordinal, cancellation);
        if (rows.Count == 0) return FulfilmentErrors.NoSuchOrder;
        var parts = (await OrderReader.PartsAsync(db, which, cancellation)).ToDictionary(p => p.SellerOrderId, StringComparer.Ordinal);
        return Result<IReadOnlyList<OrderPaper>>.Success(
        [
            .. ids.Where(rows.ContainsKey).Select(id => new OrderPaper(
                parts[id], rows[id].BuyerName, rows[id].Phone, rows[id].ShipTo, rows[id].PlacedAtUtc!.Value)),
        ]);
    }
}
