using System.Collections.Frozen;
using Marketplace.Sales.Shipping.Model;

namespace Marketplace.Sales.Shipping;

/// <summary>
/// How many working days a carrier usually takes, for sellers who leave it to us. Cautious round numbers, not the
/// carriers' promises; what a seller enters itself always counts instead.
/// </summary>
internal static class CarrierTransits
{
    private static readonly FrozenSet<string> Europe = new[]
    {
        "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> NorthAmerica = new[] { "CA", "MX", "US" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (Span Home, Span Near, Span Far)> Table =
        new Dictionary<string, (Span, Span, Span)>(StringComparer.Ordinal)
        {
            ["postnl"] = (new(1, 1), new(2, 5), new(6, 14)),
            ["dhl"] = (new(1, 2), new(2, 5), new(4, 10)),
            ["dpd"] = (new(1, 2), new(2, 5), new(5, 12)),
            ["gls"] = (new(1, 2), new(2, 5), new(6, 14)),
            ["ups"] = (new(1, 3), new(2, 5), new(3, 8)),
            ["fedex"] = (new(1, 3), new(2, 5), new(3, 8)),
            ["usps"] = (new(2, 5), new(6, 10), new(8, 20)),
            ["royal-mail"] = (new(1, 3), new(3, 6), new(6, 14)),
            ["la-poste"] = (new(2, 3), new(3, 6), new(6, 14)),
            ["correos"] = (new(2, 3), new(3, 7), new(7, 15)),
            ["poste-italiane"] = (new(2, 4), new(4, 7), new(7, 15)),
            ["bpost"] = (new(1, 2), new(2, 5), new(6, 14)),
            ["japan-post"] = (new(1, 2), new(4, 10), new(6, 14)),
            ["aramex"] = (new(1, 3), new(3, 6), new(5, 12)),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>To all places of a zone: the fastest one's shortest time and the slowest one's longest. Null: not known.</summary>
    public static Span? Of(string? carrierCode, string fromCountry, IReadOnlyList<string> places)
    {
        if (carrierCode is null || !Table.TryGetValue(carrierCode, out var carrier) || places.Count == 0) return null;
        var spans = places.Select(place => place switch
        {
            ShippingZone.Anywhere => carrier.Far,
            [var first, var second, ..] when fromCountry == $"{first}{second}" => carrier.Home,
            [var first, var second, ..] when AreNear(fromCountry, $"{first}{second}") => carrier.Near,
            _ => carrier.Far,
        }).ToList();
        return new Span(spans.Min(s => s.DaysMin), spans.Max(s => s.DaysMax));
    }

    private static bool AreNear(string one, string other) =>
        (Europe.Contains(one) && Europe.Contains(other)) || (NorthAmerica.Contains(one) && NorthAmerica.Contains(other));

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    internal readonly record struct Span(int DaysMin, int DaysMax);
}
