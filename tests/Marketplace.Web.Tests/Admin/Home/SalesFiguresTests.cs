using Marketplace.Sales.Orders;
using Marketplace.Web.Admin.Home;

namespace Marketplace.Web.Tests.Admin.Home;

public sealed class SalesFiguresTests
{
    private static readonly DateOnly Today = new(2026, 3, 31);

    [Fact]
    public void Days_are_counted_into_today_week_and_month_and_compared_with_those_before()
    {
        var figures = SalesFigures.Of(
            [
                Day(0, 1000), Day(6, 200), Day(7, 30), Day(29, 4), Day(30, 50_000), Day(59, 1),
            ], Today, null)!;

        Assert.Equal((1000, 1200, 1234), (figures.Today, figures.Week, figures.Month));
        Assert.Equal((30, 50_001), (figures.WeekBefore, figures.MonthBefore));
        Assert.Equal((4, 2), (figures.Orders, figures.OrdersBefore));
        Assert.Equal((30, 30), (figures.Daily.Count, figures.DailyBefore.Count));
    }

    [Fact]
    public void The_take_rate_is_the_commission_of_what_was_paid_and_none_without_sales()
    {
        var sold = SalesFigures.Of([Day(0, 10_000) with { CommissionMinor = 1150 }], Today, "EUR")!;
        var before = SalesFigures.Of([Day(40, 10_000) with { CommissionMinor = 1150 }], Today, "EUR")!;

        Assert.Equal(1150, sold.TakeRateBps);
        Assert.Null(before.TakeRateBps);
    }

    [Fact]
    public void Currencies_are_never_added_up()
    {
        PlatformDay[] days = [Day(0, 100), Day(1, 100), Day(0, 7) with { CurrencyCode = "JPY" }];

        Assert.Equal(("EUR", 200), (SalesFigures.Of(days, Today, "XXX")!.CurrencyCode, SalesFigures.Of(days, Today, null)!.Month));
        Assert.Equal(7, SalesFigures.Of(days, Today, "JPY")!.Month);
        Assert.Null(SalesFigures.Of([], Today, null));
    }

    private static PlatformDay Day(int ago, long sold) => new(Today.AddDays(-ago), "EUR", 1, sold, 0);
}
