using System.Collections.Frozen;

namespace Marketplace.Sales.Shipping;

/// <param name="FromCountry">Where the parcel leaves; its clock tells whether an order came before the cut-off.</param>
/// <param name="CutOffHour">From this hour on an order counts as made the next day; null: a day is a day.</param>
internal sealed record HandOver(string FromCountry, int ProcessingDaysMin, int ProcessingDaysMax, int? CutOffHour = null);

internal sealed record Transit(string ToCountry, int DaysMin, int DaysMax);

internal sealed record PromisedDays(DateOnly ShipBy, DateOnly ArrivesFrom, DateOnly ArrivesTo);

/// <summary>
/// From the moment of an order to the days that the buyer is promised. Pure. The seller packs on working days of its own
/// country; a parcel moves on days on which both countries work, so that it is never promised for a day nobody delivers.
/// </summary>
internal static class DeliveryPromise
{
    /// <summary>Where most of a country's shops are; what is not named has the world's clock.</summary>
    private static readonly FrozenDictionary<string, string> Zones = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AT"] = "Europe/Vienna", ["AU"] = "Australia/Sydney", ["BE"] = "Europe/Brussels", ["CA"] = "America/Toronto",
        ["CH"] = "Europe/Zurich", ["CZ"] = "Europe/Prague", ["DE"] = "Europe/Berlin", ["DK"] = "Europe/Copenhagen",
        ["ES"] = "Europe/Madrid", ["FI"] = "Europe/Helsinki", ["FR"] = "Europe/Paris", ["GB"] = "Europe/London",
        ["IE"] = "Europe/Dublin", ["IT"] = "Europe/Rome", ["JP"] = "Asia/Tokyo", ["LU"] = "Europe/Luxembourg",
        ["NL"] = "Europe/Amsterdam", ["NO"] = "Europe/Oslo", ["NZ"] = "Pacific/Auckland", ["PL"] = "Europe/Warsaw",
        ["PT"] = "Europe/Lisbon", ["SE"] = "Europe/Stockholm", ["US"] = "America/New_York",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static PromisedDays Of(DateTime orderedAtUtc, HandOver handOver, Transit transit)
    {
        var ordered = DayOfOrder(orderedAtUtc, handOver);
        var leaves = WorkingDays.Add(ordered, handOver.ProcessingDaysMin, handOver.FromCountry);
        var shipBy = WorkingDays.Add(ordered, handOver.ProcessingDaysMax, handOver.FromCountry);
        return new PromisedDays(
            shipBy, WorkingDays.Add(leaves, transit.DaysMin, handOver.FromCountry, transit.ToCountry),
            WorkingDays.Add(shipBy, transit.DaysMax, handOver.FromCountry, transit.ToCountry));
    }

    /// <summary>When the buyer can fetch it: from the first day on which it may be packed to the day promised.</summary>
    public static PromisedDays ReadyAt(DateTime orderedAtUtc, HandOver handOver)
    {
        var ordered = DayOfOrder(orderedAtUtc, handOver);
        var ready = WorkingDays.Add(ordered, handOver.ProcessingDaysMax, handOver.FromCountry);
        return new PromisedDays(ready, WorkingDays.Add(ordered, handOver.ProcessingDaysMin, handOver.FromCountry), ready);
    }

    private static DateOnly DayOfOrder(DateTime orderedAtUtc, HandOver handOver)
    {
        var local = Zones.GetValueOrDefault(handOver.FromCountry) is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? TimeZoneInfo.ConvertTimeFromUtc(orderedAtUtc, zone) : orderedAtUtc;
        var day = DateOnly.FromDateTime(local);
        return handOver.CutOffHour is { } hour && local.Hour >= hour ? day.AddDays(1) : day;
    }
}
