using System.Globalization;

namespace Marketplace.Web.Admin;

/// <summary>Hundredths of a percent as people type and read them.</summary>
public static class Percent
{
    /// <summary>Null for what is no percentage with at most two decimals.</summary>
    public static int? Parse(string? text, CultureInfo culture)
    {
        var typed = (text ?? "").Replace("%", "", StringComparison.Ordinal).Trim();
        if (!decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, culture, out var percent)
            || percent is < -1000 or > 1000) return null;
        var bps = percent * 100;
        return bps == decimal.Truncate(bps) ? (int)bps : null;
    }

    public static string Say(int bps, CultureInfo culture) => (bps / 10000m).ToString("0.##%", culture);

    /// <summary>For a field, to be read back by <see cref="Parse"/>.</summary>
    public static string Type(int bps, CultureInfo culture) => (bps / 100m).ToString("0.##", culture);
}
