using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Shipping;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Tests.World;

namespace Marketplace.Tests.Sales.Shipping;

public sealed class ShippingSettingsTests
{
    private static readonly IReadOnlyList<CurrencyRates> Flat = [new("EUR", null, [new(null, 395)])];

    [Fact]
    public async Task What_a_seller_saves_is_what_a_parcel_costs()
    {
        await using var host = await TestHost.StartAsync();
        await SetUpAsync(host, Kiln, "NL");

        var estimate = await host.SendAsync(Caller.Anonymous,
            new EstimateDelivery(Kiln.TenantId!, 500, 2400, "EUR", "NL", null));
        var settings = await host.SendAsync(Kiln, new GetShippingSettings());

        Assert.Equal("PostNL", Assert.Single(estimate.Required().Options).CarrierName);
        Assert.Equal("NL", settings.Required().FromCountry);
        Assert.Equal(395, settings.Required().Zones.Single().Methods.Single().Rates[0].Bands[0].AmountMinor);
    }

    [Fact]
    public async Task Another_seller_neither_sees_nor_changes_a_zone()
    {
        await using var host = await TestHost.StartAsync();
        var zone = await SetUpAsync(host, Kiln, "NL");

        var seen = await host.SendAsync(Trail, new GetShippingSettings());
        var changed = await host.SendAsync(Trail, new SaveShippingZone(zone, "Mine", ["DE"]));
        var deleted = await host.SendAsync(Trail, new DeleteShippingZone(zone));
        var method = await host.SendAsync(Trail, new SaveShippingMethod(null, zone, "x", null, 0, 1, true, Flat));

        Assert.Empty(seen.Required().Zones);
        Assert.All(new[] { changed.Error, deleted.Error, method.Error }, e => Assert.Equal(ShippingErrors.NoSuchZone, e));
    }

    [Fact]
    public async Task A_place_belongs_to_one_zone()
    {
        await using var host = await TestHost.StartAsync();
        await SetUpAsync(host, Kiln, "NL");

        var second = await host.SendAsync(Kiln, new SaveShippingZone(null, "Again", ["BE", "NL"]));

        Assert.Equal(ShippingErrors.PlaceTaken, second.Error);
    }

    [Fact]
    public async Task Falling_bands_half_quanta_and_unknown_carriers_are_refused_beside_their_field()
    {
        await using var host = await TestHost.StartAsync();
        var zone = await SetUpAsync(host, Kiln, "KW");

        var falling = await host.SendAsync(Kiln, Method(zone, null, new CurrencyRates("EUR", null, [new(900, 1), new(100, 1)])));
        var halves = await host.SendAsync(Kiln, Method(zone, null, new CurrencyRates("KWD", null, [new(null, 1005)])));
        var carrier = await host.SendAsync(Kiln, Method(zone, "pigeon", Flat[0]));

        Assert.Contains("Rates", falling.Error!.Fields!.Keys);
        Assert.Contains("Rates", halves.Error!.Fields!.Keys);
        Assert.Equal(ShippingErrors.NoSuchCarrier, carrier.Error);
    }

    [Fact]
    public async Task A_zone_has_ten_methods_and_one_that_is_gone_cannot_be_changed()
    {
        await using var host = await TestHost.StartAsync();
        var zone = await SetUpAsync(host, Kiln, "NL");
        for (var i = 0; i < 9; i++) Assert.True((await host.SendAsync(Kiln, Method(zone, null, Flat[0]))).Ok);

        var eleventh = await host.SendAsync(Kiln, Method(zone, null, Flat[0]));
        var gone = await host.SendAsync(Kiln, new DeleteShippingMethod("nothing"));
        var changed = await host.SendAsync(Kiln, Method(zone, null, Flat[0]) with { MethodId = "nothing" });

        Assert.Equal(ShippingErrors.TooMany, eleventh.Error);
        Assert.Equal(ShippingErrors.NoSuchMethod, gone.Error);
        Assert.Equal(ShippingErrors.NoSuchMethod, changed.Error);
    }

    [Fact]
    public async Task The_largest_table_of_prices_can_be_kept()
    {
        await using var host = await TestHost.StartAsync();
        var zone = await SetUpAsync(host, Kiln, "NL");
        IReadOnlyList<CurrencyRates> most =
        [
            .. Currency.All.Take(20).Select(c => new CurrencyRates(
                c.Code, 90_000_000_000, [.. Enumerable.Range(1, 6).Select(i => new WeightBand(i * 100_000, i * 150_000_000))])),
        ];

        var kept = await host.SendAsync(Kiln, Method(zone, null, Flat[0]) with { Rates = most });
        var tooMany = await host.SendAsync(Kiln, Method(zone, null, Flat[0]) with
        {
            Rates = [.. most.Select(r => r with { Bands = [.. r.Bands, new WeightBand(null, 900_000_000)] })],
        });

        var methods = (await host.SendAsync(Kiln, new GetShippingSettings())).Required().Zones.Single().Methods;
        Assert.Equal(20, methods.Single(m => m.Id == kept.Required()).Rates.Count(r => r.Bands.Count == 6));
        Assert.Contains("Rates", tooMany.Error!.Fields!.Keys);
    }

    [Fact]
    public async Task Days_that_are_left_empty_are_the_carriers_and_without_a_known_carrier_they_are_asked_for()
    {
        await using var host = await TestHost.StartAsync();
        var zone = await SetUpAsync(host, Kiln, "NL");

        var usual = await host.SendAsync(Kiln, Method(zone, "bpost", Flat[0]) with { TransitDaysMin = null, TransitDaysMax = null });
        var unknown = await host.SendAsync(Kiln, Method(zone, "courier", Flat[0]) with { TransitDaysMin = null, TransitDaysMax = null });
        var half = await host.SendAsync(Kiln, Method(zone, "bpost", Flat[0]) with { TransitDaysMin = null });

        var methods = (await host.SendAsync(Kiln, new GetShippingSettings())).Required().Zones.Single().Methods;
        Assert.Equal((1, 2), methods.Where(m => m.Id == usual.Required()).Select(m => (m.TransitDaysMin, m.TransitDaysMax)).Single());
        Assert.Equal("shipping.no-days", unknown.Error?.Code);
        Assert.Equal("input.invalid", half.Error?.Code);
    }

    [Fact]
    public async Task The_last_hour_for_orders_is_kept_and_lies_within_a_day()
    {
        await using var host = await TestHost.StartAsync();

        Assert.True((await host.SendAsync(Kiln, new SaveShippingProfile("NL", 1, 2, 15))).Ok);
        var late = await host.SendAsync(Kiln, new SaveShippingProfile("NL", 1, 2, 24));

        Assert.Equal(["CutOffHour"], late.Error!.Fields!.Keys);
        Assert.Equal(15, (await host.SendAsync(Kiln, new GetShippingSettings())).Required().CutOffHour);
    }

    private static readonly Caller Kiln = Of("kiln");
    private static readonly Caller Trail = Of("trail");

    private static Caller Of(string name) => new(
        PersonId: Ids.From("person", name), TenantId: Ids.From("seller", name),
        SellerPermissions: new HashSet<string> { "shipping" });

    private static SaveShippingMethod Method(string zone, string? carrier, CurrencyRates rates) =>
        new(null, zone, "Parcel", carrier, 1, 2, true, [rates]);

    private static async Task<string> SetUpAsync(TestHost host, Caller seller, string country)
    {
        Assert.True((await host.SendAsync(seller, new SaveShippingProfile(country, 1, 2))).Ok);
        var zone = (await host.SendAsync(seller, new SaveShippingZone(null, "Home", [country]))).Required();
        Assert.True((await host.SendAsync(seller, Method(zone, "postnl", Flat[0]))).Ok);
        return zone;
    }
}
