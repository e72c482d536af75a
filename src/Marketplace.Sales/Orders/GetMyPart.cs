using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>The head of one of the caller's own parts. Error: <c>order.not-found</c>.</summary>
[Buyer]
public sealed record GetMyPart(string SellerOrderId) : IQuery<Result<PartHead>>;

public sealed record PartHead(
    string SellerOrderId, string OrderId, string TenantId, string Number, string SellerName, string SellerSlug, string BuyerName,
    string FirstTitle, string? PictureRef);

/// <summary>Where to write to the buyer of an order, and the link that opens it. Error: <c>order.not-found</c>.</summary>
[Internal]
public sealed record GetOrderContact(string OrderId) : IQuery<Result<OrderContact>>;

public sealed record OrderContact(string Email, string Name, string LinkToken);

internal sealed class GetMyPartHandler(BuyerDb db) : IQueryHandler<GetMyPart, Result<PartHead>>
{
    public async ValueTask<Result<PartHead>> Handle(GetMyPart query, CancellationToken cancellation)
    {
        var part = await db.SellerOrders.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == query.SellerOrderId && s.State != FulfilmentState.Draft, cancellation);
        if (part is null) return FulfilmentErrors.NoSuchOrder;
        var line = await db.OrderLines.AsNoTracking().Where(l => l.TenantId == part.TenantId && l.SellerOrderId == part.Id)
            .OrderBy(l => l.Position).Select(l => new { l.Title, l.PictureRef }).FirstAsync(cancellation);
        return new PartHead(
            part.Id, part.OrderId, part.TenantId, part.Number ?? "", part.SellerName, part.SellerSlug, part.BuyerName, line.Title,
            line.PictureRef);
    }
}

internal sealed class GetOrderContactHandler(PlatformDb db) : IQueryHandler<GetOrderContact, Result<OrderContact>>
{
    public async ValueTask<Result<OrderContact>> Handle(GetOrderContact query, CancellationToken cancellation)
    {
        var order = await db.Orders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == query.OrderId, cancellation);
        return order is null
            ? FulfilmentErrors.NoSuchOrder
            : new OrderContact(order.Email, order.ShipTo.Name, OrderLinks.Token(order.Id, order.LinkKey));
    }
}
