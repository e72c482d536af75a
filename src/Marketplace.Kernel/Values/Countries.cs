using System.Collections.Frozen;
using System.Globalization;

namespace Marketplace.Kernel.Values;

/// <summary>ISO 3166-1 alpha-2 codes, as far as this system has names and formats for them.</summary>
public static class Countries
{
    public static IReadOnlySet<string> All { get; } = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name).TwoLetterISORegionName)
        .Where(code => code.Length == 2 && code.All(char.IsAsciiLetterUpper)).ToFrozenSet(StringComparer.Ordinal);

    public static bool IsKnown(string? code) => code is not null && All.Contains(code);
}
