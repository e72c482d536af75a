using Marketplace.Kernel.Data;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Fulfilment;

/// <summary>
/// Every step of a part starts by raising its version: of two at once the second waits, and then decides by the state
/// that the first left. The context's own filter and the database's policies keep strangers out.
/// </summary>
internal static class PartLock
{
    /// <summary>The locked part, tracked; null where the caller has no such part. Drafts are nobody's part.</summary>
    public static async Task<SellerOrder?> TakeAsync(MarketplaceDb db, string sellerOrderId, CancellationToken cancellation)
    {
        var parts = db.SellerOrders.Where(s => s.Id == sellerOrderId && s.State != FulfilmentState.Draft);
        var found = await parts.ExecuteUpdateAsync(s => s.SetProperty(p => p.Version, p => p.Version + 1), cancellation);
        return found == 0 ? null : await parts.SingleAsync(cancellation);
    }

    public static Task<List<OrderLine>> LinesAsync(MarketplaceDb db, SellerOrder part, CancellationToken cancellation) =>
        db.OrderLines.Where(l => l.TenantId == part.TenantId && l.SellerOrderId == part.Id)
            .OrderBy(l => l.Position).ToListAsync(cancellation);
}

/// <summary>So many pieces of a line.</summary>
public sealed record LineQuantity(string OrderLineId, int Quantity);
