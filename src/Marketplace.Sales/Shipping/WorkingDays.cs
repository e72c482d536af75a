namespace Marketplace.Sales.Shipping;

/// <summary>Counting in working days, Monday to Friday. Pure.</summary>
internal static class WorkingDays
{
    /// <summary>The working day <paramref name="days"/> after a date; 0: that day, or Monday on a weekend.</summary>
    public static DateOnly Add(DateOnly from, int days)
    {
        var day = from;
        while (!IsWorking(day)) day = day.AddDays(1);
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorking(day)) left--;
        }

        return day;
    }

    private static bool IsWorking(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
