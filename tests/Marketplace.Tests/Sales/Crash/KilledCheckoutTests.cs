using Marketplace.Money;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Crash;

/// <summary>The process is killed at any step of checkout while Stripe lives on: nothing is lost, nothing doubled.</summary>
public sealed class KilledCheckoutTests
{
    [Fact]
    public Task A_buyer_who_tries_again_has_bought_once() => CrashWorld.KillAtEveryStepAsync(
        _ => Task.CompletedTask, w => w.Shopper.BuyAsync(), w => w.Shopper.BuyAsync(), BoughtOnceAsync, atLeast: 25);

    [Fact]
    public Task A_buyer_who_never_comes_back_has_bought_if_paid_and_else_frees_the_stock() => CrashWorld.KillAtEveryStepAsync(
        _ => Task.CompletedTask,
        async world =>
        {
            await world.Shopper.PressAsync();
            await world.Shopper.PayAsync();
            await world.Market.Stripe.SettleAsync();
        },
        LetTimePassAsync, w => w.Shopper.HasPaid ? BoughtOnceAsync(w) : LeftWithoutTraceAsync(w), atLeast: 25);

    [Fact]
    public Task A_checkout_that_runs_out_of_time_frees_its_stock_once() => CrashWorld.KillAtEveryStepAsync(
        w => w.Shopper.PressAsync(), LetTimePassAsync, LetTimePassAsync, LeftWithoutTraceAsync, atLeast: 6);

    [Fact]
    public Task A_checkout_that_was_paid_unnoticed_is_placed_when_its_time_is_up() => CrashWorld.KillAtEveryStepAsync(
        async world =>
        {
            await world.Shopper.PressAsync();
            await world.Shopper.PayAsync();
        },
        LetTimePassAsync, LetTimePassAsync, BoughtOnceAsync, atLeast: 10);

    private static async Task LetTimePassAsync(CrashWorld world)
    {
        world.Host.Clock.Advance(TimeSpan.FromMinutes(40));
        await world.SettleAsync();
    }

    private static async Task BoughtOnceAsync(CrashWorld world)
    {
        var order = Assert.Single(await OrdersAsync(world));
        Assert.Equal((OrderState.Placed, Shopper.Total), (order.State, order.TotalMinor));
        Assert.Equal((8, 0), await world.Market.StockAsync(Mug));
        Assert.Equal((0, 0), await world.Market.StockAsync(Pack));
        Assert.Equal(Shopper.Total, await world.BookedAsync());
        var booked = await world.Host.WithPlatformAsync(
            db => db.LedgerTransactions.AsNoTracking().Where(t => t.OrderId == order.Id).Select(t => t.ExternalKey).ToListAsync());
        Assert.Equal([$"order:{order.Id}:sale"], booked);
        Assert.Single(await world.MailsAsync());
        Assert.Equal(2, await world.Host.WithPlatformAsync(
            db => db.OrderEvents.CountAsync(e => e.OrderId == order.Id && e.Kind == OrderEventKind.Placed)));
        Assert.Empty((await world.Market.CartAsync(world.Shopper.Buyer)).Sellers);
    }

    private static async Task LeftWithoutTraceAsync(CrashWorld world)
    {
        Assert.All(await OrdersAsync(world), o => Assert.Equal(OrderState.Expired, o.State));
        Assert.Equal((10, 0), await world.Market.StockAsync(Mug));
        Assert.Equal((1, 0), await world.Market.StockAsync(Pack));
        Assert.Equal(0, await world.BookedAsync());
        Assert.Empty(await world.MailsAsync());
        Assert.Equal(3, (await world.Market.CartAsync(world.Shopper.Buyer)).Pieces);
    }

    private static Task<List<Order>> OrdersAsync(CrashWorld world) => world.Host.WithPlatformAsync(
        db => db.Orders.AsNoTracking().Where(o => o.BuyerId == world.Shopper.Buyer.BuyerId).ToListAsync());
}
