using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Orders;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Orders;

public sealed class ListOrdersOfOfferTests
{
    [Fact]
    public async Task Open_orders_of_a_variant_are_listed_until_their_units_have_left()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        var part = await world.PartAsync(order, Kiln);

        var open = (await world.Host.SendAsync(KilnStaff, new ListOrdersOfOffer(Mug))).Required();
        var others = (await world.Host.SendAsync(TrailStaff, new ListOrdersOfOffer(Mug))).Required();
        (await world.Host.SendAsync(KilnStaff, new ShipOrder(part.Id, [], "postnl", "3S1"))).Required();

        Assert.Equal([(part.Number!, 2)], open.Select(o => (o.Number, o.Open)));
        Assert.Empty(others);
        Assert.Empty((await world.Host.SendAsync(KilnStaff, new ListOrdersOfOffer(Mug))).Required());
    }
}
