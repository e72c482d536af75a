using Marketplace.Sales.Orders;

namespace Marketplace.Web.Admin.Home;

/// <summary>The sales of one currency: today, the last 7 and 30 days, and the days before them to compare with.</summary>
/// <param name="Currencies">All in which something was sold, the one with the most orders first.</param>
/// <param name="Daily">The last 30 days, today last, days without sales included.</param>
/// <param name="DailyBefore">The 30 days before.</param>
public sealed record SalesFigures(
    string CurrencyCode, IReadOnlyList<string> Currencies, DateOnly From, IReadOnlyList<long> Daily, IReadOnlyList<long> DailyBefore,
    int Orders, int OrdersBefore, long CommissionMinor, long RefundedMinor = 0, long RefundedBefore = 0)
{
    private const int Length = 30;

    public long Today => Daily[^1];

    public long Week => Daily.TakeLast(7).Sum();

    public long WeekBefore => Daily.SkipLast(7).TakeLast(7).Sum();

    public long Month => Daily.Sum();

    public long MonthBefore => DailyBefore.Sum();

    /// <summary>The platform's share of what buyers paid in the 30 days, in hundredths of a percent; null without sales.</summary>
    public int? TakeRateBps => Month == 0 ? null : (int)(CommissionMinor * 10_000m / Month);

    /// <summary>What went back to buyers, as a share of what was sold in the same 30 days; null without sales.</summary>
    public int? RefundRateBps => Month == 0 ? null : (int)(RefundedMinor * 10_000m / Month);

    /// <summary>Null where nothing was sold in any currency.</summary>
    public static SalesFigures? Of(IReadOnlyList<PlatformDay> days, DateOnly today, string? currency)
    {
        var currencies = days.GroupBy(d => d.CurrencyCode).OrderByDescending(g => g.Sum(d => d.Orders))
            .ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToList();
        if (currencies.Count == 0) return null;
        var chosen = currencies.Find(c => c == currency) ?? currencies[0];
        var mine = days.Where(d => d.CurrencyCode == chosen).ToDictionary(d => d.Day);
        var from = today.AddDays(1 - Length);
        var last = mine.Values.Where(d => d.Day >= from).ToList();
        var before = mine.Values.Where(d => d.Day < from && d.Day >= from.AddDays(-Length)).ToList();
        return new SalesFigures(
            chosen, currencies, from, Series(mine, from), Series(mine, from.AddDays(-Length)), last.Sum(d => d.Orders),
            before.Sum(d => d.Orders), last.Sum(d => d.CommissionMinor), last.Sum(d => d.RefundedMinor), before.Sum(d => d.RefundedMinor));
    }

    private static long[] Series(Dictionary<DateOnly, PlatformDay> days, DateOnly from) =>
        [.. Enumerable.Range(0, Length).Select(i => days.GetValueOrDefault(from.AddDays(i))?.SoldMinor ?? 0)];
}
