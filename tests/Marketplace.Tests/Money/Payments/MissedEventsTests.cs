using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Marketplace.StripeSimulator.Webhooks;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Money.Payments;

public sealed class MissedEventsTests
{
    [Fact]
    public async Task After_days_without_webhooks_everything_is_as_if_they_had_come()
    {
        await using var world = await StripeWorld.StartAsync();
        world.Stripe.Control.AddWebhookRule(new WebhookRule(WebhookMode.Drop, Count: 1000));
        await world.PayAsync((await world.OpenAsync("order-1", 110_00)).PageUrl);
        await world.AdvanceAsync(TimeSpan.FromDays(3));
        var during = (await world.ReadAsync("order-1")).State;

        await world.Host.RunJobAsync("import-missed-events");
        await world.SettleAsync();

        Assert.Equal(PaymentState.Open, during);
        Assert.Equal(PaymentState.Succeeded, (await world.ReadAsync("order-1")).State);
        Assert.Equal(["money.payment-succeeded.v1"], await ExpirePaymentTests.EventsAsync(world));
    }

    [Fact]
    public async Task Events_that_webhooks_brought_are_not_taken_in_twice_and_a_list_is_read_on_from_where_it_ended()
    {
        await using var world = await StripeWorld.StartAsync();
        await world.PayAsync((await world.OpenAsync("order-1", 110_00)).PageUrl);
        await world.SettleAsync();
        var kept = await CountAsync(world);

        var first = (await world.Host.SendAsync(Caller.System, new ImportMissedEvents(""))).Required();
        world.Stripe.Control.AddWebhookRule(new WebhookRule(WebhookMode.Drop, Count: 1000));
        await world.AdvanceAsync(TimeSpan.FromHours(3));
        await world.PayAsync((await world.OpenAsync("order-2", 10_00)).PageUrl);
        await world.SettleAsync();
        var second = (await world.Host.SendAsync(Caller.System, new ImportMissedEvents(""))).Required();
        var third = (await world.Host.SendAsync(Caller.System, new ImportMissedEvents(""))).Required();

        Assert.Equal(0, first);
        Assert.True(second > 0);
        Assert.Equal(0, third);
        Assert.Equal(kept + second, await CountAsync(world));
    }

    [Fact]
    public async Task A_seller_whose_account_became_ready_unheard_is_ready_the_next_day()
    {
        await using var world = await StripeWorld.StartAsync();
        await world.AddSellerAsync("seller-a");
        world.Stripe.Control.AddWebhookRule(new WebhookRule(WebhookMode.Drop, Count: 1000));
        var account = await world.AccountOfAsync("seller-a");
        world.Stripe.Control.SetRequirements(account, ["individual.verification.document"], "requirements.past_due");
        await world.SettleAsync();

        await world.Host.RunJobAsync("import-sellers-missed-events");
        await world.SettleAsync();

        var seller = (await world.Host.SendAsync(
            Caller.System, new Marketplace.Accounts.Sellers.Contracts.GetSellers(["seller-a"]))).Required();
        Assert.False(Assert.Single(seller).PayoutsReady);
    }

    [Fact]
    public async Task While_Stripe_does_not_answer_nothing_is_skipped()
    {
        await using var world = await StripeWorld.StartAsync();
        world.Stripe.Control.AddFault(new Marketplace.StripeSimulator.Faults.Fault(
            Marketplace.StripeSimulator.Faults.FaultKind.RateLimit, "/v1/events", "GET", Count: 20));

        Assert.Equal("payment.unavailable", (await world.Host.SendAsync(Caller.System, new ImportMissedEvents(""))).Error?.Code);
        Assert.Equal(0, await world.Host.WithPlatformAsync(db => db.Set<ImportCursor>().CountAsync()));
    }

    private static Task<int> CountAsync(StripeWorld world) =>
        world.Host.WithPlatformAsync(db => db.Set<StripeEvent>().CountAsync());
}
