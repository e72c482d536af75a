using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Sales.Shipping.Model;

namespace Marketplace.Sales.Shipping;

/// <summary>
/// From a seller's tables to what a parcel costs and when it arrives. Pure: the caller brings rows, place and time.
/// </summary>
internal static class ShippingQuoter
{
    /// <summary>
    /// The zone that names the region wins over one that names the country, that over the rest of the world; among
    /// equals the seller's order decides. Methods without a price in the currency or for the weight are left out.
    /// Cheapest first, then fastest;
    /// what the buyer fetches comes last.
    /// </summary>
    public static IReadOnlyList<ShippingOption> Quote(ShippingTable table, ParcelToQuote parcel, Destination destination,
        string currencyCode, DateTime nowUtc)
    {
        if (table.Profile is not { } profile || ZoneOf(table.Zones, destination) is not { } zone) return [];
        var handOver = new HandOver(profile.FromCountry, profile.ProcessingDaysMin, profile.ProcessingDaysMax, profile.CutOffHour);
        List<ShippingOption> options = [];
        foreach (var method in table.Methods.Where(m => m.ZoneId == zone.Id && m.IsActive))
        {
            if (method.Pickup is { } place)
            {
                options.Add(Fetched(parcel, method, place, currencyCode, DeliveryPromise.ReadyAt(nowUtc, handOver)));
                continue;
            }

            if (method.Rates.FirstOrDefault(r => r.CurrencyCode == currencyCode) is not { } rates) continue;
            if (Price(rates, parcel) is not { } amount) continue;
            var days = DeliveryPromise.Of(
                nowUtc, handOver, new Transit(destination.Country, method.TransitDaysMin, method.TransitDaysMax));
            options.Add(new ShippingOption(
                parcel.TenantId, method.Id, method.Name, table.CarrierName(method.CarrierCode), amount, currencyCode,
                rates.FreeFromMinor, days.ShipBy, days.ArrivesFrom, days.ArrivesTo, method.TransitDaysMax));
        }

        // What is sent comes first: nobody fetches something because it was the cheapest.
        return
        [
            .. options.OrderBy(o => o.Pickup is not null).ThenBy(o => o.AmountMinor).ThenBy(o => o.ArrivesTo)
                .ThenBy(o => o.MethodId, StringComparer.Ordinal),
        ];
    }

    private static ShippingOption Fetched(
        ParcelToQuote parcel, ShippingMethod method, PickupPlace place, string currencyCode, PromisedDays days) => new(
        parcel.TenantId, method.Id, method.Name, null, 0, currencyCode, null, days.ShipBy, days.ArrivesFrom, days.ArrivesTo, 0)
        {
            Pickup = place,
        };

    /// <summary>The price of a weight, or null when it is too heavy for the method.</summary>
    public static long? Price(CurrencyRates rates, ParcelToQuote parcel)
    {
        var band = rates.Bands.FirstOrDefault(b => b.UpToGrams is null || parcel.WeightGrams <= b.UpToGrams);
        if (band is null) return null;
        return rates.FreeFromMinor is { } free && parcel.GoodsMinor >= free ? 0 : band.AmountMinor;
    }

    private static ShippingZone? ZoneOf(IReadOnlyList<ShippingZone> zones, Destination destination)
    {
        var ordered = zones.OrderBy(z => z.Position).ThenBy(z => z.Id, StringComparer.Ordinal).ToList();
        var region = destination.Region is { Length: > 0 } r ? $"{destination.Country}-{r}" : null;
        return ordered.FirstOrDefault(z => region is not null && z.Places.Contains(region))
            ?? ordered.FirstOrDefault(z => z.Places.Contains(destination.Country))
            ?? ordered.FirstOrDefault(z => z.Places.Contains(ShippingZone.Anywhere));
    }
}

/// <summary>One seller's shipping settings, read once for many quotes.</summary>
internal sealed record ShippingTable(
    ShippingProfile? Profile, IReadOnlyList<ShippingZone> Zones, IReadOnlyList<ShippingMethod> Methods,
    IReadOnlyDictionary<string, string> Carriers)
{
    public string? CarrierName(string? code) => code is null ? null : Carriers.GetValueOrDefault(code);
}
