using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>What of one part really reached its buyer: lines of which something was shipped.</summary>
[Internal]
public sealed record GetDeliveredLines(string TenantId, string SellerOrderId) : IQuery<Result<IReadOnlyList<DeliveredPiece>>>;

/// <param name="Slug">The end of the listing's address.</param>
public sealed record DeliveredPiece(
    string OrderLineId, string BuyerId, string ListingId, string Slug, string Title, string Options, string? PictureRef);

internal sealed class GetDeliveredLinesHandler(PlatformDb db)
    : IQueryHandler<GetDeliveredLines, Result<IReadOnlyList<DeliveredPiece>>>
{
    public async ValueTask<Result<IReadOnlyList<DeliveredPiece>>> Handle(GetDeliveredLines query, CancellationToken cancellation) =>
        await db.OrderLines.AsNoTracking()
            .Where(l => l.TenantId == query.TenantId && l.SellerOrderId == query.SellerOrderId && l.ShippedQuantity > 0)
            .OrderBy(l => l.Position)
            .Select(l => new DeliveredPiece(l.Id, l.BuyerId, l.ListingId, l.Slug, l.Title, l.Options, l.PictureRef))
            .ToListAsync(cancellation);
}
