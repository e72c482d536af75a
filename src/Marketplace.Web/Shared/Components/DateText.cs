using System.Globalization;

namespace Marketplace.Web.Shared.Components;

/// <summary>Dates as people say them ("Tue 3 Dec"), in the order of the reader's own language.</summary>
public static class DateText
{
    public static string Day(DateTime local, DateTime today, CultureInfo culture)
    {
        var dates = culture.DateTimeFormat;
        var monthFirst = dates.MonthDayPattern.StartsWith('M');
        var pattern = dates.MonthDayPattern.Replace("MMMM", "MMM", StringComparison.Ordinal);
        var day = local.ToString((monthFirst ? "ddd, " : "ddd ") + pattern, culture).Replace(".", "", StringComparison.Ordinal);
        return local.Year == today.Year ? day : $"{day}{(monthFirst ? "," : "")} {local.ToString("yyyy", culture)}";
    }

    public static string Time(DateTime local, CultureInfo culture) =>
        local.ToString(culture.DateTimeFormat.ShortTimePattern, culture);

    public static string Exact(DateTime local, TimeZoneInfo zone, CultureInfo culture) =>
        $"{local.ToString("D", culture)} {local.ToString("T", culture)} ({Offset(zone.GetUtcOffset(local))})";

    private static string Offset(TimeSpan offset) =>
        offset == TimeSpan.Zero ? "UTC" : $"UTC{(offset < TimeSpan.Zero ? '−' : '+')}{offset:hh\\:mm}";
}
