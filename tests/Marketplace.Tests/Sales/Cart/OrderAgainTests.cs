using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Checkout;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Cart;

public sealed class OrderAgainTests
{
    [Fact]
    public async Task What_can_be_bought_goes_into_the_basket_once_and_the_rest_is_named_with_its_reason()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);

        var again = (await world.Host.SendAsync(Mara, new OrderAgain(order, "EUR"))).Required();
        var repeated = (await world.Host.SendAsync(Mara, new OrderAgain(order, "EUR"))).Required();

        Assert.Equal(2, again.Pieces);
        Assert.Equal(new NotAgain("Daypack 18 L", CartErrors.SoldOut.Message), Assert.Single(again.Missing));
        Assert.Equal(0, repeated.Pieces);
        var line = Assert.Single((await world.CartAsync(Mara)).Sellers.SelectMany(s => s.Lines));
        Assert.Equal((Mug, 2), (line.OfferId, line.Quantity));
    }

    [Fact]
    public async Task What_is_gone_from_the_shop_is_said_so_and_anothers_order_is_not_there()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);
        await world.Host.WithPlatformAsync(db => db.Offers.Where(o => o.Id == Mug).ExecuteUpdateAsync(s => s.SetProperty(o => o.IsLive, false)));

        var again = (await world.Host.SendAsync(Mara, new OrderAgain(order, "EUR"))).Required();
        var inYen = (await world.Host.SendAsync(Mara, new OrderAgain(order, "JPY"))).Required();
        var foreign = await world.Host.SendAsync(Otto, new OrderAgain(order, "EUR"));

        Assert.Equal((0, 2), (again.Pieces, again.Missing.Count));
        Assert.Contains(new NotAgain("Stoneware mug", CartErrors.NotForSale.Message), again.Missing);
        Assert.Contains(new NotAgain("Daypack 18 L", CartErrors.NotInCurrency.Message), inYen.Missing);
        Assert.Equal(CheckoutErrors.NoSuchOrder, foreign.Error);
    }
}
