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
        Assert.Contains("CarrierCode", carrier.Error!.Fields!.Keys);
    }

    [Fact]
    public async Task Deleting_a_zone_takes_its_methods_along()
    {
        await using var host = await TestHost.StartAsync();
        var zone = await SetUpAsync(host, Kiln, "NL");

        Assert.True((await host.SendAsync(Kiln, new DeleteShippingZone(zone))).Ok);

        Assert.Empty((await host.SendAsync(Caller.Anonymous,
            new EstimateDelivery(Kiln.TenantId!, 500, 2400, "EUR", "NL", null))).Required().Options);
    }

    [Fact]
    public async Task Search_learns_where_a_seller_sends_to()
    {
        await using var host = await TestHost.StartAsync();
        await SetUpAsync(host, Kiln, "NL");

        var places = await host.SendAsync(Caller.System, new GetShippingPlaces([Kiln.TenantId!, Trail.TenantId!]));

        Assert.Equal(["NL"], Assert.Single(places.Required()).Value);
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
