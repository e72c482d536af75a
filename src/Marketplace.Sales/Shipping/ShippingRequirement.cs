using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Sales.Shipping.Model;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Shipping;

/// <summary>A seller can sell once it can send: a profile, and a method that is switched on.</summary>
internal sealed class ShippingRequirement(PlatformDb db) : ISellerRequirement
{
    public string Key => SellerRequirements.Shipping;

    public async Task<bool> IsMetAsync(string tenantId, CancellationToken cancellation) =>
        await db.ShippingProfiles.AnyAsync(p => p.TenantId == tenantId, cancellation)
        && await db.ShippingMethods.AnyAsync(m => m.TenantId == tenantId && m.IsActive, cancellation);
}
