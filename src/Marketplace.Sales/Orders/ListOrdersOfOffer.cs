using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>The seller's open orders in which units of one variant have still to be shipped, the most urgent first.</summary>
[Seller("orders")]
public sealed record ListOrdersOfOffer(string OfferId) : IQuery<Result<IReadOnlyList<OrderOfOffer>>>;

public sealed record OrderOfOffer(string SellerOrderId, string Number, int Open, DateOnly ShipByDate);

internal sealed class ListOrdersOfOfferHandler(SellerDb db)
    : IQueryHandler<ListOrdersOfOffer, Result<IReadOnlyList<OrderOfOffer>>>
{
    private const int Most = 50;

    public async ValueTask<Result<IReadOnlyList<OrderOfOffer>>> Handle(ListOrdersOfOffer query, CancellationToken cancellationToken)
    {
        var rows = await (from s in db.SellerOrders.AsNoTracking()
                          where s.TenantId == db.TenantId && (s.State == FulfilmentState.Placed
                              || s.State == FulfilmentState.Accepted || s.State == FulfilmentState.PartShipped)
                          join l in db.OrderLines.AsNoTracking()
                              on new { s.TenantId, SellerOrderId = s.Id } equals new { l.TenantId, l.SellerOrderId }
                          where l.OfferId == query.OfferId && l.Quantity - l.ShippedQuantity - l.CancelledQuantity > 0
                          orderby s.ShipByDate, s.Id
                          select new OrderOfOffer(
                              s.Id, s.Number!, l.Quantity - l.ShippedQuantity - l.CancelledQuantity, s.ShipByDate))
            .Take(Most).ToListAsync(cancellationToken);
        return Result<IReadOnlyList<OrderOfOffer>>.Success(rows);
    }
}
