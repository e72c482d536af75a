using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Growth.Content;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Marketplace.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Tests.Storefront.Checkout;

public sealed class CheckoutPagesTests(TestMarket market) : IClassFixture<TestMarket>
{
    private const string SlowDebit = "DE08370400440532013003";

    [Fact]
    public async Task Where_one_shop_is_sold_out_the_rest_is_ordered_by_one_more_press()
    {
        using var shopper = new RushShopper(market, 1001);
        var lost = await market.OfferAsync(TestMarket.Kiln, 2);
        await shopper.FillBasketAsync(lost, await market.OfferAsync(TestMarket.Pottery, 0));
        await market.Site.WithPlatformAsync(db => db.OfferStocks.Where(s => s.OfferId == lost)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.OnHand, 0)));

        await shopper.PressAsync();
        var told = shopper.Answers[^1];
        await shopper.PressAgainAsync();

        Assert.Equal(409, told.Code);
        Assert.Contains("You can order the rest", told.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(shopper.PayPage);
        var order = await OrderAsync(shopper.BuyerId);
        Assert.Equal((OrderState.AwaitingPayment, 1900 + 395), (order.State, order.TotalMinor));
    }

    [Fact]
    public async Task While_a_bank_still_works_on_a_payment_no_second_one_begins()
    {
        using var shopper = new RushShopper(market, 1002);
        var offer = await market.OfferAsync(TestMarket.Pottery, 1);
        await shopper.FillBasketAsync(offer);
        await shopper.PressAsync();
        await shopper.PayByDebitAsync(SlowDebit);

        await shopper.FillBasketAsync(offer);
        var first = shopper.PayPage;
        await shopper.PressAsync();

        Assert.Equal(first, shopper.PayPage);
        Assert.Equal(409, shopper.Answers[^1].Code);
        Assert.Contains(CheckoutErrors.StillProcessing.Message, shopper.Answers[^1].Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(OrderState.AwaitingPayment, (await OrderAsync(shopper.BuyerId)).State);
    }

    [Fact]
    public async Task A_collection_that_is_not_there_is_a_404_page()
    {
        using var visitor = market.As(null);

        Assert.Equal(404, (await visitor.GetAsync("/collections/nothing-of-the-kind")).Code);
        Assert.Equal(
            ContentErrors.NoCollection, (await market.Site.SendAsync(Caller.Anonymous, new GetCollection("nothing"))).Error);
    }

    private Task<Order> OrderAsync(string buyerId) =>
        market.Site.WithPlatformAsync(db => db.Orders.AsNoTracking().SingleAsync(o => o.BuyerId == buyerId));
}
