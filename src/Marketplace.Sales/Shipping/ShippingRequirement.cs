using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Sales.Shipping.Model;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Shipping;

/// <summary>A seller can sell once it can send: a profile, and a method that is switched on.</summary>
internal sealed class ShippingRequirement(PlatformDb db) : ISellerRequirement
{
    public string Key => SellerRequirements.Shipping;

    public Task<bool> IsMetAsync(string tenantId, CancellationToken cancellation)
    {
        var methods = db.ShippingMethods;
        return db.ShippingProfiles.AnyAsync(
            p => p.TenantId == tenantId && methods.Any(m => m.TenantId == tenantId && m.IsActive), cancellation);
    }
}
