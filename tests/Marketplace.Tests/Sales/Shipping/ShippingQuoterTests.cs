using Marketplace.Sales.Shipping;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Sales.Shipping.Model;

namespace Marketplace.Tests.Sales.Shipping;

public sealed class ShippingQuoterTests
{
    /// <summary>A Monday morning.</summary>
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_cheapest_method_comes_first_with_the_day_it_arrives()
    {
        var options = Quote(new ParcelToQuote("kiln", 800, 4800), new Destination("NL"));

        Assert.Equal(["Parcel", "Express"], options.Select(o => o.Name));
        Assert.Equal(395, options[0].AmountMinor);
        Assert.Equal(new DateOnly(2026, 3, 4), options[0].ShipBy);
        Assert.Equal((new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 6)), (options[0].ArrivesFrom, options[0].ArrivesTo));
    }

    [Fact]
    public void A_heavier_parcel_pays_its_band_and_too_heavy_a_one_has_no_method()
    {
        Assert.Equal(695, Quote(new ParcelToQuote("kiln", 2001, 100), new Destination("NL"))[0].AmountMinor);
        Assert.DoesNotContain(Quote(new ParcelToQuote("kiln", 20_001, 100), new Destination("NL")), o => o.Name == "Parcel");
    }

    [Fact]
    public void Goods_of_the_free_value_travel_free()
    {
        var option = Quote(new ParcelToQuote("kiln", 800, 5000), new Destination("NL"))[0];

        Assert.Equal((0, 5000), (option.AmountMinor, option.FreeFromMinor));
    }

    [Fact]
    public void The_region_wins_over_the_country_and_the_country_over_the_rest_of_the_world()
    {
        Assert.Equal("California", Quote(new ParcelToQuote("kiln", 1, 1), new Destination("US", "CA")).Single().Name);
        Assert.Equal("World", Quote(new ParcelToQuote("kiln", 1, 1), new Destination("US", "NY")).Single().Name);
    }

    [Fact]
    public void Without_a_price_in_the_currency_there_is_no_option()
    {
        Assert.Empty(ShippingQuoter.Quote(Table, new ParcelToQuote("kiln", 1, 1), new Destination("NL"), "JPY", Now));
    }

    [Theory]
    [InlineData("2026-03-06", 0, "2026-03-06")]
    [InlineData("2026-03-06", 1, "2026-03-09")]
    [InlineData("2026-03-07", 0, "2026-03-09")]
    [InlineData("2026-03-07", 5, "2026-03-16")]
    public void Weekends_do_not_count_as_working_days(string from, int days, string expected)
    {
        Assert.Equal(DateOnly.Parse(expected), WorkingDays.Add(DateOnly.Parse(from), days));
    }

    private static IReadOnlyList<ShippingOption> Quote(ParcelToQuote parcel, Destination destination) =>
        ShippingQuoter.Quote(Table, parcel, destination, "EUR", Now);

    private static readonly ShippingTable Table = new(
        new ShippingProfile { TenantId = "kiln", Id = "p", FromCountry = "NL", ProcessingDaysMin = 1, ProcessingDaysMax = 2 },
        [Zone("home", 1, "NL"), Zone("west", 2, "US-CA"), Zone("rest", 3, "*")],
        [
            Method("home", "Parcel", 1, 2, new CurrencyRates("EUR", 5000, [new(2000, 395), new(20_000, 695)])),
            Method("home", "Express", 0, 1, new CurrencyRates("EUR", null, [new(null, 950)])),
            Method("west", "California", 5, 9, new CurrencyRates("EUR", null, [new(null, 1500)])),
            Method("rest", "World", 7, 14, new CurrencyRates("EUR", null, [new(null, 2500)])),
        ],
        new Dictionary<string, string>());

    private static ShippingZone Zone(string id, int position, string place) =>
        new() { TenantId = "kiln", Id = id, Name = id, Position = position, Places = [place] };

    private static ShippingMethod Method(string zone, string name, int from, int to, CurrencyRates rates) => new()
    {
        TenantId = "kiln", Id = name, ZoneId = zone, Name = name, TransitDaysMin = from, TransitDaysMax = to, Position = 1,
        Rates = [rates],
    };
}
