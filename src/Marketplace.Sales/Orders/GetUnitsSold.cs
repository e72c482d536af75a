using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>How many pieces of each listing were paid since a moment, cancelled ones left out; for demand in search.</summary>
[Internal]
public sealed record GetUnitsSold(IReadOnlyList<string> TenantIds, IReadOnlyList<string> ListingIds, DateTime SinceUtc)
    : IQuery<Result<IReadOnlyDictionary<string, int>>>;

internal sealed class GetUnitsSoldHandler(PlatformDb db)
    : IQueryHandler<GetUnitsSold, Result<IReadOnlyDictionary<string, int>>>
{
    public async ValueTask<Result<IReadOnlyDictionary<string, int>>> Handle(
        GetUnitsSold query, CancellationToken cancellation)
    {
        // The key leads with the seller and then goes by time: older lines are never read.
        var first = Ids.NotBefore(new DateTimeOffset(query.SinceUtc));
        var sold = await db.OrderLines.AsNoTracking()
            .Where(l => query.TenantIds.Contains(l.TenantId) && string.Compare(l.Id, first) >= 0
                && query.ListingIds.Contains(l.ListingId))
            .Join(
                db.SellerOrders.Where(s => s.PlacedAtUtc != null), l => new { l.TenantId, Id = l.SellerOrderId },
                s => new { s.TenantId, s.Id }, (l, s) => new { l.ListingId, Pieces = l.Quantity - l.CancelledQuantity })
            .GroupBy(l => l.ListingId).Select(g => new { g.Key, Pieces = g.Sum(l => l.Pieces) })
            .ToDictionaryAsync(g => g.Key, g => g.Pieces, StringComparer.Ordinal, cancellation);
        return Result<IReadOnlyDictionary<string, int>>.Success(sold);
    }
}
