using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Model;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Crash;

/// <summary>The process is killed while money goes back or on: each refund and each transfer is made once.</summary>
public sealed class KilledMoneyTests
{
    private const long KilnPaid = 2 * 2400 + 395;

    private int _rounds;

    [Fact]
    public Task A_cancelled_part_is_paid_back_once() => CrashWorld.KillAtEveryStepAsync(
        w => w.Shopper.BuyAsync(), CancelAsync, CancelAsync,
        async world =>
        {
            var part = await PartAsync(world);
            Assert.Equal(FulfilmentState.Cancelled, part.State);
            Assert.Equal((KilnPaid, MoneyState.Refunded), await MoneyAsync(world, part.Id));
            Assert.Equal(Shopper.Total - KilnPaid, await world.BookedAsync());
            Assert.Equal((10, 0), await world.Market.StockAsync(Mug));
            Assert.Equal(3, (await world.MailsAsync()).DistinctBy(m => m.Subject).Count());
            Assert.Equal(3, (await world.MailsAsync()).Count);
        },
        atLeast: 15);

    [Fact]
    public Task A_released_share_is_transferred_once() => CrashWorld.KillAtEveryStepAsync(
        async world =>
        {
            await world.Shopper.BuyAsync();
            Assert.True((await world.Host.SendAsync(
                KilnStaff, new ShipOrder((await PartAsync(world)).Id, [], "postnl", "3S1"))).Ok);
            await world.Market.Stripe.SettleAsync();
        },
        DeliverAsync, DeliverAsync,
        async world =>
        {
            var part = await PartAsync(world);
            Assert.Equal((0, MoneyState.Transferred), await MoneyAsync(world, part.Id));
            var net = (await world.Market.AmountsAsync(part.Id)).SellerNetMinor;
            Assert.Equal(Shopper.Total - net, await world.BookedAsync());
        },
        atLeast: 20);

    [Fact]
    public Task Money_that_comes_too_late_goes_back_once() => CrashWorld.KillAtEveryStepAsync(
        async world =>
        {
            await FundAsync(world);
            await world.Shopper.PressAsync();
            await world.Host.SendAsync(Caller.System, new ReleaseCheckout(world.Shopper.OrderId!));
            await world.Market.CountStockAsync(Pack, 0);
            await world.Shopper.PayAsync();
        },
        w => w.Market.Stripe.SettleAsync(), w => w.SettleAsync(),
        async world =>
        {
            Assert.Equal(OrderState.Refunded, (await world.Market.OrderAsync(world.Shopper.OrderId!)).State);
            Assert.Equal(0, await world.BookedAsync());
            Assert.Equal((10, 0), await world.Market.StockAsync(Mug));
            Assert.Equal("Your payment goes back to you", Assert.Single(await world.MailsAsync()).Subject);
        },
        atLeast: 15);

    private static async Task CancelAsync(CrashWorld world)
    {
        await world.Host.SendAsync(KilnStaff, new CancelQuantities((await PartAsync(world)).Id, [], "We are flooded."));
        await world.Market.Stripe.SettleAsync();
    }

    private static async Task DeliverAsync(CrashWorld world)
    {
        await world.Host.SendAsync(world.Shopper.Buyer, new MarkDelivered((await PartAsync(world)).Id));
        await world.Market.Stripe.SettleAsync();
        world.Host.Clock.Advance(TimeSpan.FromDays(8));
        await world.SettleAsync();
    }

    /// <summary>Stripe keeps its fee of a charge that goes back whole: other money must be there to pay it.</summary>
    private async Task FundAsync(CrashWorld world)
    {
        if (_rounds++ % 30 != 0) return;
        await world.Market.AddAsync(Mara, Mug, 8);
        var order = (await world.Host.SendAsync(Mara, await world.Market.CheckoutOfAsync(Mara))).Required().OrderId;
        await world.Market.Stripe.PayAsync((await world.Host.SendAsync(Mara, new OpenPaymentPage(order))).Required());
        await world.SettleAsync();
        await world.Market.CountStockAsync(Mug, 10);
        await world.CountFromHereAsync();
    }

    private static Task<SellerOrder> PartAsync(CrashWorld world) => world.Market.PartAsync(world.Shopper.OrderId!, Kiln);

    private static async Task<(long, MoneyState)> MoneyAsync(CrashWorld world, string part)
    {
        var amounts = await world.Market.AmountsAsync(part);
        return (amounts.RefundedMinor, amounts.Money);
    }
}
