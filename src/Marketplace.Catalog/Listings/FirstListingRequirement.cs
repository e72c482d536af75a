using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>A seller opens with at least one published listing.</summary>
internal sealed class FirstListingRequirement(PlatformDb db) : ISellerRequirement
{
    public string Key => SellerRequirements.FirstListing;

    public Task<bool> IsMetAsync(string tenantId, CancellationToken cancellation) =>
        db.PublishedListings.AnyAsync(l => l.TenantId == tenantId && l.IsLive, cancellation);
}
