using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Inventory;

/// <summary>
/// The only statements that change stock: each carries its own condition, so that two at once never take the same
/// unit, whatever was read before.
/// </summary>
internal static class StockRows
{
    public static async Task<bool> TryReserveAsync(
        MarketplaceDb db, string tenantId, string offerId, string locationId, int quantity, CancellationToken cancellation) =>
        await Row(db, tenantId, offerId, locationId).Where(s => s.OnHand - s.Reserved >= quantity)
            .ExecuteUpdateAsync(u => u.SetProperty(s => s.Reserved, s => s.Reserved + quantity), cancellation) == 1;

    public static Task UnreserveAsync(
        MarketplaceDb db, string tenantId, string offerId, string locationId, int quantity, CancellationToken cancellation) =>
        MustAsync(Row(db, tenantId, offerId, locationId).Where(s => s.Reserved >= quantity)
            .ExecuteUpdateAsync(u => u.SetProperty(s => s.Reserved, s => s.Reserved - quantity), cancellation));

    /// <summary>Reserved units leave: what is for sale stays as it was.</summary>
    public static Task SellAsync(
        MarketplaceDb db, string tenantId, string offerId, string locationId, int quantity, CancellationToken cancellation) =>
        MustAsync(Row(db, tenantId, offerId, locationId).Where(s => s.Reserved >= quantity)
            .ExecuteUpdateAsync(u => u.SetProperty(s => s.Reserved, s => s.Reserved - quantity)
                .SetProperty(s => s.OnHand, s => s.OnHand - quantity), cancellation));

    /// <summary>Adds or takes free units; false when fewer than that are free. Makes the row when it is missing.</summary>
    public static async Task<bool> TryChangeAsync(
        MarketplaceDb db, string tenantId, string offerId, string locationId, int quantity, CancellationToken cancellation)
    {
        var changed = await Row(db, tenantId, offerId, locationId).Where(s => s.OnHand + quantity >= s.Reserved)
            .ExecuteUpdateAsync(u => u.SetProperty(s => s.OnHand, s => s.OnHand + quantity), cancellation);
        if (changed == 1) return true;
        if (quantity < 0 || await Row(db, tenantId, offerId, locationId).AnyAsync(cancellation)) return false;
        db.Add(new OfferStock { TenantId = tenantId, OfferId = offerId, LocationId = locationId, OnHand = quantity });
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    public static async Task<int> AvailableAsync(
        MarketplaceDb db, string tenantId, string offerId, CancellationToken cancellation) =>
        await db.OfferStocks.Where(s => s.TenantId == tenantId && s.OfferId == offerId)
            .SumAsync(s => s.OnHand - s.Reserved, cancellation);

    /// <summary>
    /// Tells search about offers that ran out or came back; other changes of stock concern nobody but the seller.
    /// </summary>
    public static async Task BumpCrossingsAsync(
        MarketplaceDb db, IReadOnlyCollection<StockCrossing> changes, CancellationToken cancellation)
    {
        var crossed = changes.Where(c => c.Before > 0 != c.After > 0).Select(c => c.OfferId).ToList();
        if (crossed.Count == 0) return;
        var listings = await db.Offers.Where(o => crossed.Contains(o.Id))
            .Select(o => new { o.TenantId, o.ListingId }).ToListAsync(cancellation);
        await ListingChanges.BumpAsync(db, listings.Select(l => (l.TenantId, l.ListingId)), cancellation);
    }

    private static IQueryable<OfferStock> Row(MarketplaceDb db, string tenantId, string offerId, string locationId) =>
        db.OfferStocks.Where(s => s.TenantId == tenantId && s.OfferId == offerId && s.LocationId == locationId);

    private static async Task MustAsync(Task<int> update)
    {
        if (await update != 1)
            throw new InvalidOperationException("A reservation is larger than what its stock row has reserved.");
    }
}

internal sealed record StockCrossing(string OfferId, int Before, int After);
