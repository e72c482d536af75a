using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Model;
using Marketplace.Sales.Shipping;
using Marketplace.Sales.Shipping.Contracts;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>One of the seller's own orders: what to ship, where to, and what happened so far.</summary>
[Seller("orders")]
public sealed record GetSellerOrder(string SellerOrderId) : IQuery<Result<SellerOrderView>>;

public sealed record SellerOrderView(
    PartView Part, string BuyerName, string? Phone, Address ShipTo, DateTime PlacedAtUtc, DateTime? PackedAtUtc,
    DateTime? ShipDeadlineUtc, IReadOnlyList<CarrierName> Carriers);

internal sealed class GetSellerOrderHandler(SellerDb db) : IQueryHandler<GetSellerOrder, Result<SellerOrderView>>
{
    public async ValueTask<Result<SellerOrderView>> Handle(GetSellerOrder query, CancellationToken cancellation)
    {
        var which = db.SellerOrders.Where(
            s => s.TenantId == db.TenantId && s.Id == query.SellerOrderId && s.State != FulfilmentState.Draft);
        var row = await which.AsNoTracking().SingleOrDefaultAsync(cancellation);
        if (row is null) return FulfilmentErrors.NoSuchOrder;
        var part = (await OrderReader.PartsAsync(db, which, cancellation))[0];
        var carriers = await db.Carriers.AsNoTracking().Where(c => c.Code != Carrier.Pickup).OrderBy(c => c.Position)
            .Select(c => new CarrierName(c.Code, c.Name)).ToListAsync(cancellation);
        return new SellerOrderView(
            part, row.BuyerName, row.Phone, row.ShipTo, row.PlacedAtUtc!.Value, row.PackedAtUtc, row.ShipDeadlineUtc, carriers);
    }
}
