using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Sales.Shipping.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Shipping;

/// <summary>The seller's whole shipping page.</summary>
[Seller("shipping")]
public sealed record GetShippingSettings : IQuery<Result<ShippingSettings>>;

/// <param name="FromCountry">Null until the seller saved the profile once.</param>
public sealed record ShippingSettings(
    string? FromCountry, int ProcessingDaysMin, int ProcessingDaysMax, int? CutOffHour, IReadOnlyList<ZoneSettings> Zones,
    IReadOnlyList<CarrierName> Carriers);

public sealed record ZoneSettings(
    string Id, string Name, IReadOnlyList<string> Places, IReadOnlyList<MethodSettings> Methods);

public sealed record MethodSettings(
    string Id, string Name, string? CarrierCode, int TransitDaysMin, int TransitDaysMax, bool IsActive,
    IReadOnlyList<CurrencyRates> Rates, PickupPlace? Pickup);

public sealed record CarrierName(string Code, string Name);

internal sealed class GetShippingSettingsHandler(SellerDb db)
    : IQueryHandler<GetShippingSettings, Result<ShippingSettings>>
{
    public async ValueTask<Result<ShippingSettings>> Handle(GetShippingSettings query, CancellationToken cancellation)
    {
        var profile = await db.ShippingProfiles.AsNoTracking()
            .SingleOrDefaultAsync(p => p.TenantId == db.TenantId, cancellation);
        var zones = await db.ShippingZones.AsNoTracking().Where(z => z.TenantId == db.TenantId)
            .OrderBy(z => z.Position).ToListAsync(cancellation);
        var methods = await db.ShippingMethods.AsNoTracking().Where(m => m.TenantId == db.TenantId)
            .OrderBy(m => m.Position).ToListAsync(cancellation);
        var carriers = await db.Carriers.AsNoTracking().Where(c => c.Code != Carrier.Pickup).OrderBy(c => c.Position)
            .Select(c => new CarrierName(c.Code, c.Name)).ToListAsync(cancellation);
        return new ShippingSettings(
            profile?.FromCountry, profile?.ProcessingDaysMin ?? 1, profile?.ProcessingDaysMax ?? 2, profile?.CutOffHour,
            [.. zones.Select(z => new ZoneSettings(z.Id, z.Name, z.Places,
                [.. methods.Where(m => m.ZoneId == z.Id).Select(Show)]))],
            carriers);
    }

    private static MethodSettings Show(ShippingMethod method) => new(
        method.Id, method.Name, method.CarrierCode, method.TransitDaysMin, method.TransitDaysMax, method.IsActive, method.Rates,
        method.Pickup);
}
