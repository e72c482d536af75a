using System.Globalization;
using Marketplace.App.Seeding.Model;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Shipping;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Sales.Shipping.Model;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.App.Seeding.Steps;

/// <summary>Where a shop sends to, how, and for how much.</summary>
internal sealed class SeedShipping(SeedSender sender)
{
    private static readonly Dictionary<string, string> Carriers = new(StringComparer.Ordinal)
    {
        ["PostNL"] = "postnl", ["DHL"] = "dhl", ["DHL Express"] = "dhl", ["DPD"] = "dpd", ["UPS"] = "ups", ["USPS"] = "usps",
        ["Royal Mail"] = "royal-mail", ["La Poste"] = "la-poste", ["Colissimo"] = "la-poste", ["bpost"] = "bpost",
    };

    public async Task RunAsync(ShopSeed shop, Caller owner, CancellationToken cancellation)
    {
        var methods = await sender.ReadAsync(db => db.Set<ShippingMethod>()
            .CountAsync(m => m.TenantId == owner.TenantId, cancellation));
        if (methods >= shop.Shipping.Methods.Count) return;

        await sender.SendAsync(
            owner, new SaveShippingProfile(shop.Country, shop.ProcessingDays.Min, shop.ProcessingDays.Max), cancellation);
        var zones = await sender.ReadAsync(db => db.Set<ShippingZone>().Where(z => z.TenantId == owner.TenantId)
            .ToDictionaryAsync(z => z.Name, z => z.Id, StringComparer.Ordinal, cancellation));
        var there = (await sender.ReadAsync(db => db.Set<ShippingMethod>().Where(m => m.TenantId == owner.TenantId)
            .Select(m => m.ZoneId + "/" + m.Name).ToListAsync(cancellation))).ToHashSet(StringComparer.Ordinal);
        foreach (var zone in shop.Shipping.Zones)
        {
            if (!zones.TryGetValue(zone.Name, out var id))
                id = await sender.SendAsync(owner, new SaveShippingZone(null, zone.Name, zone.Countries), cancellation);
            foreach (var method in shop.Shipping.Methods.Where(m => m.Zone == zone.Key && !there.Contains($"{id}/{m.Name}")))
                await sender.SendAsync(owner, ToSave(id, method), cancellation);
        }
    }

    private static SaveShippingMethod ToSave(string zoneId, MethodSeed method) => new(
        null, zoneId, method.Name, Carriers.GetValueOrDefault(method.Carrier, "other"), method.TransitDays.Min,
        method.TransitDays.Max, IsActive: true, Rates(method));

    private static List<CurrencyRates> Rates(MethodSeed method)
    {
        var bands = method.Kind == "flat"
            ? [(Grams: (int?)null, Prices: method.Prices!)]
            : method.Bands!.Select(b => (Grams: (int?)b.UpToGrams, b.Prices)).ToList();
        return [.. bands[0].Prices.Keys.Select(currency => new CurrencyRates(
            currency, method.FreeFrom?.GetValueOrDefault(currency) is { } free ? Minor(free, currency) : null,
            [.. bands.Select(b => new WeightBand(b.Grams, Minor(b.Prices[currency], currency)))]))];
    }

    private static long Minor(string text, string currency) =>
        Amount.Parse(text, currency, CultureInfo.InvariantCulture)?.Minor
        ?? throw new InvalidOperationException($"'{text}' is no amount of {currency}.");
}
