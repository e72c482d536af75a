using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings.Contracts;

public static class SellerListingChanges
{
    /// <summary>
    /// Marks all of a seller's listings as changed, in the running transaction: for what their documents say of the
    /// seller, as its name and where it ships to. By the database's clock, like <see cref="ListingChanges"/>.
    /// </summary>
    public static Task BumpAsync(MarketplaceDb db, string tenantId, CancellationToken cancellation) =>
        db.Set<ListingChange>().Where(c => c.TenantId == tenantId).BumpAsync(cancellation);
}
