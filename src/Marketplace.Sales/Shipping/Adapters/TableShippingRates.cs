using Marketplace.Kernel.Data;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Sales.Shipping.Model;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Shipping.Adapters;

/// <summary>The sellers' own tables: four small reads for all parcels together.</summary>
internal sealed class TableShippingRates(PlatformDb db, TimeProvider clock) : IShippingRates
{
    public async Task<IReadOnlyList<ShippingOption>> QuoteAsync(IReadOnlyList<ParcelToQuote> parcels,
        Destination destination, string currencyCode, CancellationToken cancellation)
    {
        var sellers = parcels.Select(p => p.TenantId).Distinct().ToList();
        var profiles = await db.ShippingProfiles.AsNoTracking().Where(p => sellers.Contains(p.TenantId)).ToListAsync(cancellation);
        var zones = await db.ShippingZones.AsNoTracking().Where(z => sellers.Contains(z.TenantId)).ToListAsync(cancellation);
        var methods = await db.ShippingMethods.AsNoTracking().Where(m => sellers.Contains(m.TenantId)).ToListAsync(cancellation);
        var carriers = await db.Carriers.AsNoTracking().ToDictionaryAsync(c => c.Code, c => c.Name, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        return
        [
            .. parcels.SelectMany(parcel => ShippingQuoter.Quote(
                new ShippingTable(
                    profiles.FirstOrDefault(p => p.TenantId == parcel.TenantId),
                    [.. zones.Where(z => z.TenantId == parcel.TenantId)],
                    [.. methods.Where(m => m.TenantId == parcel.TenantId)], carriers),
                parcel, destination, currencyCode, now)),
        ];
    }
}
