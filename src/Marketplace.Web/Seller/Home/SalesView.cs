using System.Globalization;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Home;

/// <summary>What was sold in some days, and in as many before them.</summary>
/// <param name="From">The first of the days.</param>
public sealed record SalesFigure(string Label, string Value, string Note, string? Change, bool Rising, DateOnly From);

/// <summary>The sales of one currency by day, made into figures and a chart: pure, of sixty days that end today.</summary>
public sealed class SalesView
{
    /// <summary>Twice the longest period that is shown.</summary>
    public const int DaysRead = 60;

    public static IReadOnlyList<int> Periods { get; } = [7, 14, 30];

    private readonly DateOnly _today;
    private readonly Dictionary<DateOnly, SalesDay> _days;
    private readonly IStringLocalizer<Words> _words;

    public SalesView(
        IReadOnlyList<SalesDay> days, string? currency, int period, DateOnly today, string fallback, IStringLocalizer<Words> words)
    {
        Currencies = [.. days.GroupBy(d => d.CurrencyCode).OrderByDescending(g => g.Sum(d => d.Orders)).Select(g => g.Key)];
        Currency = currency is not null && Currencies.Contains(currency) ? currency : Currencies.Count > 0 ? Currencies[0] : fallback;
        Period = Periods.Contains(period) ? period : 14;
        (_today, _words) = (today, words);
        _days = days.Where(d => d.CurrencyCode == Currency).ToDictionary(d => d.Day);
    }

    /// <summary>In which something was sold, the busiest first.</summary>
    public IReadOnlyList<string> Currencies { get; }

    public string Currency { get; }

    /// <summary>Days in the chart.</summary>
    public int Period { get; }

    public bool IsEmpty => Currencies.Count == 0;

    public IReadOnlyList<SalesFigure> Figures =>
        [Figure(_words["Today"], 1), Figure(_words["7 days"], 7), Figure(_words["30 days"], 30)];

    public IReadOnlyList<Point> Points =>
    [
        .. Last(Period, 0).Select(d => new Point(
            DateText.Day(d.ToDateTime(TimeOnly.MinValue), _today.ToDateTime(TimeOnly.MinValue), CultureInfo.CurrentCulture), Major(d))),
    ];

    public IReadOnlyList<decimal> Before => [.. Last(Period, Period).Select(Major)];

    /// <summary>The chart in a sentence.</summary>
    public string Sentence => _words[
        "Sales a day, last {0} days: {1} in all, {2} on the best day", Period, Say(Last(Period, 0).Sum(Minor)),
        Say(Last(Period, 0).Max(Minor))];

    private SalesFigure Figure(string label, int days)
    {
        var (now, before) = (Last(days, 0).Sum(Minor), Last(days, days).Sum(Minor));
        var orders = Last(days, 0).Sum(d => _days.TryGetValue(d, out var day) ? day.Orders : 0);
        var change = before == 0 || days == 1 ? (decimal?)null : Math.Round(100m * (now - before) / before);
        return new SalesFigure(
            label, Say(now), _words.Count(orders, "{0} order", "{0} orders"),
            change is null or 0 ? null : Math.Abs(change.Value).ToString("0", CultureInfo.CurrentCulture) + "\u00a0%", change > 0,
            _today.AddDays(1 - days));
    }

    private IEnumerable<DateOnly> Last(int days, int skip) =>
        Enumerable.Range(0, days).Select(i => _today.AddDays(i + 1 - days - skip));

    private long Minor(DateOnly day) => _days.TryGetValue(day, out var sold) ? sold.TotalMinor : 0;

    private decimal Major(DateOnly day) => Minor(day);

    private string Say(long minor) => MoneyText.Format(minor, Currency, CultureInfo.CurrentCulture, whole: true);
}
