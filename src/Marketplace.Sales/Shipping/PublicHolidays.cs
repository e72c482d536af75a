using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace Marketplace.Sales.Shipping;

/// <summary>
/// The days on which parcels rest in a whole country, worked out for any year. Pure. Regional days are left out (they
/// would be wrong for most of the country), and a country that is not in the table has weekends only.
/// </summary>
internal static class PublicHolidays
{
    /// <summary>
    /// A day: <c>12-25</c> fixed; <c>E+39</c> counted from Easter Sunday; <c>3Mon01</c> the third Monday of January,
    /// <c>-1Mon05</c> the last of May; <c>Fri06-19</c> the first Friday from that day on. With <c>&gt;</c> one that falls on
    /// a weekend is kept on the next free weekday (Britain), with <c>*</c> on the nearest one (United States).
    /// </summary>
    private static readonly FrozenDictionary<string, string> Days = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AT"] = "01-01 01-06 E+1 05-01 E+39 E+50 E+60 08-15 10-26 11-01 12-08 12-25 12-26",
        ["AU"] = "01-01> 01-26> E-2 E+1 04-25 12-25> 12-26>",
        ["BE"] = "01-01 E+1 05-01 E+39 E+50 07-21 08-15 11-01 11-11 12-25",
        ["CA"] = "01-01> E-2 Mon05-18 07-01> 1Mon09 2Mon10 12-25> 12-26>",
        ["CH"] = "01-01 E-2 E+1 E+39 E+50 08-01 12-25 12-26",
        ["CZ"] = "01-01 E-2 E+1 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26",
        ["DE"] = "01-01 E-2 E+1 05-01 E+39 E+50 10-03 12-25 12-26",
        ["DK"] = "01-01 E-3 E-2 E+1 E+39 E+50 12-25 12-26",
        ["ES"] = "01-01 01-06 E-2 05-01 08-15 10-12 11-01 12-06 12-08 12-25",
        ["FI"] = "01-01 01-06 E-2 E+1 05-01 E+39 Fri06-19 12-06 12-25 12-26",
        ["FR"] = "01-01 E+1 05-01 05-08 E+39 E+50 07-14 08-15 11-01 11-11 12-25",
        ["GB"] = "01-01> E-2 E+1 1Mon05 -1Mon05 -1Mon08 12-25> 12-26>",
        ["IE"] = "01-01> 1Mon02 03-17> E+1 1Mon05 1Mon06 1Mon08 -1Mon10 12-25> 12-26>",
        ["IT"] = "01-01 01-06 E+1 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26",
        ["LU"] = "01-01 E+1 05-01 05-09 E+39 E+50 06-23 08-15 11-01 12-25 12-26",
        ["NL"] = "01-01 E+1 04-27 E+39 E+50 12-25 12-26",
        ["NO"] = "01-01 E-3 E-2 E+1 05-01 05-17 E+39 E+50 12-25 12-26",
        ["PL"] = "01-01 01-06 E+1 05-01 05-03 E+60 08-15 11-01 11-11 12-24 12-25 12-26",
        ["PT"] = "01-01 E-2 04-25 05-01 E+60 06-10 08-15 10-05 11-01 12-01 12-08 12-25",
        ["SE"] = "01-01 01-06 E-2 E+1 05-01 E+39 06-06 Fri06-19 12-25 12-26",
        ["US"] = "01-01* 3Mon01 3Mon02 -1Mon05 06-19* 07-04* 1Mon09 2Mon10 11-11* 4Thu11 12-25*",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<(string Country, int Year), FrozenSet<DateOnly>> Known = [];

    public static bool Is(string country, DateOnly day)
    {
        if (!Days.ContainsKey(country)) return false;
        // New Year's Day on a Saturday is kept on the last day of the year before where the nearest weekday counts.
        return Of(country, day.Year).Contains(day) || (day is { Month: 12, Day: 31 } && Of(country, day.Year + 1).Contains(day));
    }

    private static FrozenSet<DateOnly> Of(string country, int year) =>
        Known.GetOrAdd((country, year), static key => WorkOut(Days[key.Country].Split(' '), key.Year));

    private static FrozenSet<DateOnly> WorkOut(string[] rules, int year)
    {
        var days = rules.Where(r => r[^1] is not '>').Select(r => Day(r, year)).ToHashSet();
        var moving = rules.Where(r => r[^1] is '>').Select(r => Day(r, year)).ToList();
        // Those that stay first: a Boxing Day on a Monday keeps it, and Christmas of the Sunday goes on to Tuesday.
        days.UnionWith(moving.Where(d => !IsWeekend(d)));
        foreach (var day in moving.Where(IsWeekend).Order())
        {
            var kept = day;
            while (IsWeekend(kept) || days.Contains(kept)) kept = kept.AddDays(1);
            days.Add(kept);
        }

        return days.ToFrozenSet();
    }

    private static DateOnly Day(string rule, int year) => rule switch
    {
        ['E', .. var offset] => Easter(year).AddDays(int.Parse(offset, CultureInfo.InvariantCulture)),
        [.. var day, '*'] => Nearest(Fixed(day, year)),
        [.. var day, '>'] => Fixed(day, year),
        [>= '0' and <= '9', >= '0' and <= '9', ..] => Fixed(rule, year),
        ['-', '1', .. var last] => LastOf(Weekday(last[..3]), Month(last), year),
        [>= '1' and <= '9' and var nth, .. var which] =>
            FirstFrom(Weekday(which[..3]), new DateOnly(year, Month(which), 1)).AddDays(7 * (nth - '1')),
        _ => FirstFrom(Weekday(rule[..3]), Fixed(rule[3..], year)),
    };

    private static DateOnly Fixed(string day, int year) =>
        new(year, int.Parse(day[..2], CultureInfo.InvariantCulture), int.Parse(day[3..5], CultureInfo.InvariantCulture));

    private static int Month(string rule) => int.Parse(rule[^2..], CultureInfo.InvariantCulture);

    private static DayOfWeek Weekday(string name) => name switch
    {
        "Mon" => DayOfWeek.Monday,
        "Thu" => DayOfWeek.Thursday,
        "Fri" => DayOfWeek.Friday,
        _ => throw new InvalidOperationException($"The table of holidays knows no weekday '{name}'."),
    };

    private static DateOnly FirstFrom(DayOfWeek weekday, DateOnly day) => day.AddDays(((int)weekday - (int)day.DayOfWeek + 7) % 7);

    private static DateOnly LastOf(DayOfWeek weekday, int month, int year) =>
        FirstFrom(weekday, new DateOnly(year, month, DateTime.DaysInMonth(year, month)).AddDays(-6));

    private static DateOnly Nearest(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>The Gregorian computus in the form of Meeus, Jones and Butcher.</summary>
    private static DateOnly Easter(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var shift = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        var moon = shift - shift / 28 * (1 - shift / 28 * (29 / (shift + 1)) * ((21 - golden) / 11));
        var weekday = (century * 100 + rest + year / 4 + moon + 2 - century + century / 4) % 7;
        var offset = moon - weekday;
        var month = 3 + (offset + 40) / 44;
        return new DateOnly(year, month, offset + 28 - 31 * (month / 4));
    }
}
