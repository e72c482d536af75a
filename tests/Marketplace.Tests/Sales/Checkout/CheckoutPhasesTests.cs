using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Checkout;

/// <summary>The process dies between two phases, or the phases meet out of order: nothing is lost, nothing doubled.</summary>
public sealed class CheckoutPhasesTests
{
    private static readonly TimeSpan PastTheEnd = TimeSpan.FromMinutes(40);

    [Fact]
    public async Task Killed_after_the_draft_the_stock_comes_back_when_time_is_up()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Pack);
        var order = (await world.Host.SendAsync(Mara, await world.CheckoutOfAsync(Mara))).Required().OrderId;

        await world.Host.RunJobAsync("resume-checkouts");
        Assert.Equal(OrderState.AwaitingPayment, (await world.OrderAsync(order)).State);
        world.Host.Clock.Advance(PastTheEnd);
        await world.Host.RunJobAsync("resume-checkouts");

        Assert.Equal(OrderState.Expired, (await world.OrderAsync(order)).State);
        Assert.Equal((1, 0), await world.StockAsync(Pack));
        Assert.Equal(1, (await world.CartAsync(Mara)).Pieces);
    }

    [Fact]
    public async Task Killed_after_the_payment_the_job_places_the_order()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Pack);
        var order = await world.ToPaymentPageAsync(Mara);
        world.Gateway.Pay(order);

        world.Host.Clock.Advance(PastTheEnd);
        var said = await world.Host.RunJobAsync("resume-checkouts");

        Assert.Equal("released 0, placed 1, waiting 0", said);
        Assert.Equal(OrderState.Placed, (await world.OrderAsync(order)).State);
    }

    [Fact]
    public async Task Webhook_and_return_both_finalise_and_the_order_is_placed_once()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Mug, 2);
        var order = await world.ToPaymentPageAsync(Mara);
        world.Gateway.Pay(order);
        var total = (await world.OrderAsync(order)).TotalMinor;
        var webhook = new FinalizeOrder(order, total, "EUR", World.TestHost.Start.UtcDateTime);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            if (i % 2 == 0) Assert.True((await world.Host.SendAsync(Caller.System, webhook)).Ok);
            else Assert.True((await world.Host.SendAsync(Mara, new ConfirmPayment(order))).Ok);
        }));

        Assert.Equal((8, 0), await world.StockAsync(Mug));
        Assert.Equal(OrderCounter.First, (await world.OrderAsync(order)).Number);
        Assert.Single(await world.Host.WithPlatformAsync(db => db.OrderEvents.ToListAsync()));
    }

    [Fact]
    public async Task Money_that_comes_after_the_release_takes_the_stock_again()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Pack);
        var order = await world.ToPaymentPageAsync(Mara);
        await world.Host.SendAsync(Caller.System, new ReleaseCheckout(order));

        world.Gateway.Pay(order);
        await world.Host.SendAsync(Mara, new ConfirmPayment(order));

        Assert.Equal(OrderState.Placed, (await world.OrderAsync(order)).State);
        Assert.Equal((0, 0), await world.StockAsync(Pack));
    }

    [Fact]
    public async Task Money_that_comes_after_the_goods_were_sold_goes_back_in_full()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Pack);
        var late = await world.ToPaymentPageAsync(Mara);
        await world.Host.SendAsync(Caller.System, new ReleaseCheckout(late));
        await world.AddAsync(Otto, Pack);
        await world.BuyPackAsync(Otto);

        world.Gateway.Pay(late);
        var answer = await world.Host.SendAsync(Mara, new ConfirmPayment(late));

        Assert.Equal(OrderState.Refunded, answer.Required().State);
        var refund = Assert.Single(await world.Host.WithPlatformAsync(db => db.OrderRefunds.ToListAsync()));
        Assert.Equal((late, 7450), (refund.OrderId, refund.AmountMinor));
        await world.Host.RunJobAsync("run-payment-commands");
        Assert.Equal(7450, Assert.Single(world.Gateway.Refunds).AmountMinor);
    }

    [Fact]
    public async Task Another_amount_than_agreed_goes_to_review_and_ships_nothing()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Mug);
        var order = await world.ToPaymentPageAsync(Mara);

        world.Gateway.Pay(order, 100);
        var answer = await world.Host.SendAsync(Mara, new ConfirmPayment(order));

        Assert.Equal(OrderState.Review, answer.Required().State);
        Assert.Equal(FulfilmentState.Draft, (await world.PartAsync(order, Kiln)).State);
        Assert.Equal((10, 1), await world.StockAsync(Mug));
    }

    [Fact]
    public async Task A_payment_the_bank_still_works_on_keeps_the_stock()
    {
        await using var world = await OpenAsync();
        await world.AddAsync(Mara, Pack);
        var order = await world.ToPaymentPageAsync(Mara);
        world.Gateway.Set(order, GatewayPaymentState.Processing);

        world.Host.Clock.Advance(PastTheEnd);
        await world.Host.RunJobAsync("resume-checkouts");

        Assert.Equal(OrderState.AwaitingPayment, (await world.OrderAsync(order)).State);
        Assert.Equal((1, 1), await world.StockAsync(Pack));
    }

    [Fact]
    public async Task A_release_after_the_placing_changes_nothing()
    {
        await using var world = await OpenAsync();
        var order = await world.BuyAsync(Mara);

        Assert.True((await world.Host.SendAsync(Caller.System, new ReleaseCheckout(order))).Ok);

        Assert.Equal(OrderState.Placed, (await world.OrderAsync(order)).State);
        Assert.Equal((0, 0), await world.StockAsync(Pack));
    }
}
