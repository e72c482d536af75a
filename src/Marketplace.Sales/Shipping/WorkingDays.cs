namespace Marketplace.Sales.Shipping;

/// <summary>Counting in working days: Monday to Friday without the public holidays of the countries named. Pure.</summary>
internal static class WorkingDays
{
    /// <summary>
    /// The working day <paramref name="days"/> after a date; 0: that day, or the next one on which all the countries work.
    /// </summary>
    public static DateOnly Add(DateOnly from, int days, params ReadOnlySpan<string> countries)
    {
        var day = from;
        while (!IsWorking(day, countries)) day = day.AddDays(1);
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorking(day, countries)) left--;
        }

        return day;
    }

    private static bool IsWorking(DateOnly day, ReadOnlySpan<string> countries)
    {
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) return false;
        foreach (var country in countries)
            if (PublicHolidays.Is(country, day)) return false;
        return true;
    }
}
