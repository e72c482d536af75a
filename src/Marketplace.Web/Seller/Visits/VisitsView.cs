using System.Globalization;
using Marketplace.Growth;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Visits;

/// <summary>How often a shop's product pages were opened in some days, held against the days before and against orders: pure.</summary>
public sealed class VisitsView(
    ShopVisits visits, IReadOnlyList<SalesDay> sales, int period, DateOnly today, IStringLocalizer<Words> words)
{
    public int Period => period;

    public int Followers => visits.Followers;

    public int NewFollowers => visits.NewFollowers;

    public int Views => Sum(0);

    public int Before => Sum(period);

    public int Orders => Days(0).Sum(day => sales.Where(s => s.Day == day).Sum(s => s.Orders));

    /// <summary>Of all the days that are known.</summary>
    public bool IsEmpty => visits.Days.Count == 0;

    /// <summary>Null where nothing was opened.</summary>
    public string? Change => Before == 0 || Views == Before ? null
        : (Math.Abs(Views - Before) / (decimal)Before).ToString("0%", CultureInfo.CurrentCulture);

    /// <summary>Orders of a hundred pages opened; nothing where nothing was, or more was ordered than looked at.</summary>
    public string Conversion => Views == 0 || Orders > Views ? "–" : (Orders / (decimal)Views).ToString("0.0%", CultureInfo.CurrentCulture);

    public IReadOnlyList<Point> Points =>
    [
        .. Days(0).Select(d => new Point(
            DateText.Day(d.ToDateTime(TimeOnly.MinValue), today.ToDateTime(TimeOnly.MinValue), CultureInfo.CurrentCulture), Of(d))),
    ];

    public string Sentence => words[
        "Product pages opened a day, last {0} days: {1} in all", period, Views.ToString("N0", CultureInfo.CurrentCulture)];

    private int Sum(int skip) => Days(skip).Sum(Of);

    private int Of(DateOnly day) => visits.Days.GetValueOrDefault(day);

    private IEnumerable<DateOnly> Days(int skip) => Enumerable.Range(0, period).Select(i => today.AddDays(i + 1 - period - skip));
}
