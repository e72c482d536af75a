using System.Globalization;
using Marketplace.Sales.Shipping;

namespace Marketplace.Tests.Sales.Shipping;

public sealed class DeliveryPromiseTests
{
    [Theory]
    // Christmas on a Friday, Boxing Day on a Saturday: the Dutch parcel waits until Monday.
    [InlineData("2026-12-23T10:00", "NL", "NL", "2026-12-24", "2026-12-28", "2026-12-29")]
    // The German seller rests on 3 October only in years when it is a working day; in 2025 it was a Friday.
    [InlineData("2025-10-01T10:00", "DE", "DE", "2025-10-02", "2025-10-06", "2025-10-07")]
    // The seller works on the Dutch King's Day, and the Dutch carrier does not.
    [InlineData("2026-04-23T10:00", "BE", "NL", "2026-04-24", "2026-04-28", "2026-04-29")]
    // Ascension and the Whit Monday after it, 39 and 50 days from Easter.
    [InlineData("2026-05-13T10:00", "NL", "FR", "2026-05-15", "2026-05-18", "2026-05-19")]
    public void Neither_weekends_nor_the_holidays_of_either_country_count(
        string ordered, string from, string to, string shipBy, string arrivesFrom, string arrivesTo)
    {
        var promise = DeliveryPromise.Of(At(ordered), new HandOver(from, 1, 1), new Transit(to, 1, 2));

        Assert.Equal(new PromisedDays(Day(shipBy), Day(arrivesFrom), Day(arrivesTo)), promise);
    }

    [Theory]
    [InlineData("2026-03-02T13:59", "2026-03-02")]
    [InlineData("2026-03-02T14:00", "2026-03-03")]
    // In summer the hour comes earlier by the world's clock, and a Friday's late order waits for Monday.
    [InlineData("2026-07-03T12:59", "2026-07-03")]
    [InlineData("2026-07-03T13:00", "2026-07-06")]
    // Shortly before midnight of the world's clock it is the next day in Amsterdam already, and early there.
    [InlineData("2026-03-02T23:30", "2026-03-03")]
    public void An_order_after_the_cut_off_of_the_sellers_country_counts_as_the_next_days(string ordered, string shipBy)
    {
        var promise = DeliveryPromise.Of(At(ordered), new HandOver("NL", 0, 0, CutOffHour: 15), new Transit("NL", 1, 1));

        Assert.Equal(Day(shipBy), promise.ShipBy);
    }

    [Fact]
    public void A_country_that_is_not_in_the_table_has_weekends_only()
    {
        var promise = DeliveryPromise.Of(At("2026-12-24T10:00"), new HandOver("XX", 0, 0), new Transit("XX", 1, 2));

        Assert.Equal((Day("2026-12-25"), Day("2026-12-28")), (promise.ArrivesFrom, promise.ArrivesTo));
    }

    [Theory]
    [InlineData("GB", "2027-12-27")]
    [InlineData("GB", "2027-12-28")]
    [InlineData("GB", "2022-12-26")]
    [InlineData("GB", "2022-12-27")]
    [InlineData("GB", "2026-05-25")]
    [InlineData("US", "2026-07-03")]
    [InlineData("US", "2021-12-31")]
    [InlineData("US", "2026-11-26")]
    [InlineData("CA", "2026-05-18")]
    [InlineData("SE", "2026-06-19")]
    [InlineData("NL", "2026-04-06")]
    [InlineData("NL", "2025-04-21")]
    [InlineData("FR", "2027-05-06")]
    [InlineData("PL", "2026-06-04")]
    public void Holidays_that_move_are_found_in_their_year(string country, string day) =>
        Assert.True(PublicHolidays.Is(country, Day(day)));

    [Theory]
    [InlineData("GB", "2027-12-29")]
    [InlineData("US", "2026-12-31")]
    [InlineData("NL", "2026-04-03")]
    [InlineData("DE", "2026-12-24")]
    public void A_day_beside_a_holiday_is_none(string country, string day) => Assert.False(PublicHolidays.Is(country, Day(day)));

    [Fact]
    public void The_whole_table_can_be_read_for_a_century()
    {
        foreach (var country in (string[])["AT", "AU", "BE", "CA", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "IE", "IT", "LU",
                     "NL", "NO", "PL", "PT", "SE", "US"])
            for (var year = 2020; year < 2120; year++)
                Assert.True(PublicHolidays.Is(country, Easter(year).AddDays(1)) || country is "ES" or "PT" or "US" or "CA", $"{country} {year}");
    }

    [Theory]
    [InlineData("postnl", "NL", "NL", 1, 1)]
    [InlineData("postnl", "NL", "BE DE", 2, 5)]
    [InlineData("postnl", "NL", "NL DE", 1, 5)]
    [InlineData("usps", "US", "US-CA", 2, 5)]
    [InlineData("dhl", "NL", "*", 4, 10)]
    public void A_carriers_usual_days_span_the_places_of_a_zone(string carrier, string from, string places, int min, int max) =>
        Assert.Equal(new CarrierTransits.Span(min, max), CarrierTransits.Of(carrier, from, places.Split(' ')));

    [Fact]
    public void Nothing_is_guessed_for_an_own_courier() => Assert.Null(CarrierTransits.Of("courier", "NL", ["NL"]));

    /// <summary>Gauss's way, so that the test does not repeat the code.</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c, k) = (year % 19, year % 4, year % 7, year / 100);
        var m = (15 - (13 + 8 * k) / 25 + k - k / 4) % 30;
        var n = (4 + k - k / 4) % 7;
        var d = (19 * a + m) % 30;
        var e = (2 * b + 4 * c + 6 * d + n) % 7;
        var day = new DateOnly(year, 3, 22).AddDays(d + e);
        if (d == 29 && e == 6) return new DateOnly(year, 4, 19);
        return d == 28 && e == 6 && (11 * m + 11) % 30 < 19 ? new DateOnly(year, 4, 18) : day;
    }

    private static DateTime At(string text) => DateTime.SpecifyKind(DateTime.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
