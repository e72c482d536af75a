using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>What must hold of the shop before one more listing is shown.</summary>
internal static class PublicationGate
{
    /// <summary>Null where the way is free.</summary>
    public static async Task<Error?> ShutAsync(SellerDb db, string listingId, CancellationToken cancellation)
    {
        var (isTraceable, maximum) = await ReadAsync(db, cancellation);
        if (!isTraceable) return SellerErrors.NotTraceable;
        if (maximum is not { } most) return null;
        // One that is on sale already may be published anew. Two at the same moment may pass by one: no harm is done.
        var others = await db.PublishedListings.CountAsync(
            l => l.TenantId == db.TenantId && l.IsLive && l.Id != listingId, cancellation);
        return others >= most ? ListingErrors.PlanFull(most) : null;
    }

    /// <summary>Whether the trader's own data are complete, and how many listings may be on sale; null: any number.</summary>
    internal static async Task<(bool IsTraceable, int? Maximum)> ReadAsync(SellerDb db, CancellationToken cancellation)
    {
        var profile = await db.SellerProfiles.AsNoTracking().SingleAsync(p => p.TenantId == db.TenantId, cancellation);
        return (profile.IsTraceable, await db.SellerStandings.Where(s => s.TenantId == db.TenantId).Select(s => s.MaximumListings)
            .SingleAsync(cancellation));
    }
}
