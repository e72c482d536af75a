using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care;

/// <summary>Names of shops by their ids, for lists over several shops.</summary>
internal static class ShopNames
{
    public static Task<Dictionary<string, string>> OfAsync(
        MarketplaceDb db, IEnumerable<string> tenantIds, CancellationToken cancellation)
    {
        var ids = tenantIds.Distinct(StringComparer.Ordinal).ToList();
        return db.SellerProfiles.AsNoTracking().Where(p => ids.Contains(p.TenantId))
            .ToDictionaryAsync(p => p.TenantId, p => p.Name, StringComparer.Ordinal, cancellation);
    }
}
