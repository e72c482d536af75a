using Marketplace.Sales.Cart;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Orders;
using Marketplace.Sales.Shipping;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Tests.World;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Shipping;

public sealed class PickupTests
{
    private static readonly PickupPlace Door = new("Oude Delft 1", "2611 BB", "Delft", "NL", "Mon-Fri 9-17");

    [Fact]
    public async Task What_is_fetched_costs_nothing_and_is_never_chosen_for_the_buyer()
    {
        await using var world = await OpenAsync();
        await OfferAsync(world);
        await world.AddAsync(Mara, Mug);

        var kiln = (await world.CartAsync(Mara)).Sellers.Single(s => s.TenantId == Kiln);

        Assert.Null(kiln.Shipping!.Pickup);
        var pickup = kiln.Options[^1];
        Assert.Equal((0, Door, null), (pickup.AmountMinor, pickup.Pickup!, pickup.CarrierName));
        Assert.Equal(pickup.ShipBy, pickup.ArrivesTo);
        Assert.True(pickup.ArrivesFrom <= pickup.ArrivesTo);
    }

    [Fact]
    public async Task The_buyer_is_told_where_and_when_it_is_ready_and_it_is_marked_as_picked_up()
    {
        await using var world = await OpenAsync();
        var method = await OfferAsync(world);
        await world.AddAsync(Mara, Mug);
        Assert.True((await world.Host.SendAsync(Mara, new ChooseShipping(new Dictionary<string, string> { [Kiln] = method }))).Ok);

        var order = await world.BuyAsync(Mara);
        var part = await world.PartAsync(order, Kiln);
        var sent = await world.PartAsync(order, Trail);
        Assert.Equal(
            "order.no-carrier", (await world.Host.SendAsync(TrailStaff, new ShipOrder(sent.Id, [], "pickup", null))).Error?.Code);
        Assert.Equal((0, Door), (part.ShippingMinor, part.Pickup));
        Assert.True((await world.Host.SendAsync(KilnStaff, new PackOrder(part.Id))).Ok);
        Assert.True((await world.Host.SendAsync(KilnStaff, new ShipOrder(part.Id, [], "pickup", null))).Ok);

        var mails = await world.Host.MailsToAsync(Details.Email);
        Assert.Contains("Oude Delft 1", Assert.Single(mails, m => m.Subject.StartsWith("Ready for pickup", StringComparison.Ordinal)).Text);
        Assert.Single(mails, m => m.Subject.StartsWith("Picked up", StringComparison.Ordinal));
        Assert.Equal(Door, (await world.Host.SendAsync(KilnStaff, new GetSellerOrder(part.Id))).Required().Part.Pickup);
    }

    [Fact]
    public async Task The_longest_words_of_any_script_fit_into_the_method_and_the_order()
    {
        await using var world = await OpenAsync();
        var zone = (await world.Host.SendAsync(KilnStaff, new GetShippingSettings())).Required().Zones[0].Id;
        var place = new PickupPlace(new('京', 160), new('1', 20), new('都', 100), "JP", new('月', 200));
        var method = (await world.Host.SendAsync(KilnStaff, Method(zone, place))).Required();
        await world.AddAsync(Mara, Mug);
        await world.Host.SendAsync(Mara, new ChooseShipping(new Dictionary<string, string> { [Kiln] = method }));

        Assert.Equal(place, (await world.PartAsync(await world.BuyAsync(Mara), Kiln)).Pickup);
    }

    [Fact]
    public async Task A_place_to_fetch_things_needs_a_street_a_town_and_hours()
    {
        await using var world = await OpenAsync();
        var zone = (await world.Host.SendAsync(KilnStaff, new GetShippingSettings())).Required().Zones[0].Id;

        var empty = await world.Host.SendAsync(KilnStaff, Method(zone, new PickupPlace("", "", "", "", "")));

        Assert.Equal(
            ["Pickup.City", "Pickup.Country", "Pickup.Hours", "Pickup.Line1"], empty.Error!.Fields!.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(
            (await world.Host.SendAsync(KilnStaff, new GetShippingSettings())).Required().Carriers, c => c.Code == "pickup");
    }

    private static async Task<string> OfferAsync(SalesWorld world)
    {
        var zone = (await world.Host.SendAsync(KilnStaff, new GetShippingSettings())).Required().Zones[0].Id;
        return (await world.Host.SendAsync(KilnStaff, Method(zone, Door))).Required();
    }

    private static SaveShippingMethod Method(string zone, PickupPlace place) =>
        new(null, zone, "Pick up", null, null, null, true, [], place);
}
