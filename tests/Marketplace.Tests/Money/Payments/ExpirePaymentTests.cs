using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
using Marketplace.StripeSimulator.Faults;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Money.Payments;

public sealed class ExpirePaymentTests
{
    [Fact]
    public async Task An_open_page_is_closed_at_stripe_before_anybody_hears_of_it()
    {
        await using var world = await StripeWorld.StartAsync();
        var opened = await world.OpenAsync("order-1", 110_00);

        var view = (await world.Host.SendAsync(Caller.System, new ExpirePayment("order-1"))).Required();
        var late = await world.PayAsync(opened.PageUrl);

        Assert.Equal(PaymentState.Expired, view.State);
        Assert.Null(late);
        Assert.Equal(["money.payment-expired.v1"], await EventsAsync(world));
        Assert.Equal("payment.not-open", (await world.Host.SendAsync(Caller.System, new OpenPayment("order-1"))).Error?.Code);
    }

    [Fact]
    public async Task A_buyer_who_was_faster_has_bought()
    {
        await using var world = await StripeWorld.StartAsync();
        var opened = await world.OpenAsync("order-1", 110_00);
        await world.PayAsync(opened.PageUrl);

        var view = (await world.Host.SendAsync(Caller.System, new ExpirePayment("order-1"))).Required();

        Assert.Equal(PaymentState.Succeeded, view.State);
        Assert.Equal(["money.payment-succeeded.v1"], await EventsAsync(world));
    }

    [Fact]
    public async Task While_the_bank_thinks_nothing_is_released()
    {
        await using var world = await StripeWorld.StartAsync();
        var opened = await world.OpenAsync("order-1", 110_00);
        await world.PayByDebitAsync(opened.PageUrl, "DE89370400440532013000");

        var view = (await world.Host.SendAsync(Caller.System, new ExpirePayment("order-1"))).Required();

        Assert.Equal(PaymentState.Processing, view.State);
        Assert.Empty(await EventsAsync(world));
    }

    [Fact]
    public async Task A_page_that_was_never_asked_for_is_withdrawn_without_stripe()
    {
        await using var world = await StripeWorld.StartAsync();
        await world.Host.SendAsync(Caller.System, world.Request("order-1", 110_00));

        var view = (await world.Host.SendAsync(Caller.System, new ExpirePayment("order-1"))).Required();
        await world.SettleAsync();

        Assert.Equal((PaymentState.Expired, null), (view.State, view.PageUrl));
        Assert.Equal(["money.payment-expired.v1"], await EventsAsync(world));
    }

    [Fact]
    public async Task A_page_that_stripe_may_have_opened_is_found_and_closed()
    {
        await using var world = await StripeWorld.StartAsync();
        await world.Host.SendAsync(Caller.System, world.Request("order-1", 110_00));
        world.Stripe.Control.AddFault(new Fault(FaultKind.AbortAfterCommit, "/v1/checkout/sessions", "POST", Count: 3));
        var lost = await world.Host.SendAsync(Caller.System, new OpenPayment("order-1"));
        world.Clock.Advance(TimeSpan.FromSeconds(30));

        var view = (await world.Host.SendAsync(Caller.System, new ExpirePayment("order-1"))).Required();

        Assert.Equal("payment.unavailable", lost.Error?.Code);
        Assert.Equal(PaymentState.Expired, view.State);
    }

    [Fact]
    public async Task Stripes_own_expiry_is_heard()
    {
        await using var world = await StripeWorld.StartAsync();
        await world.OpenAsync("order-1", 110_00);

        await world.AdvanceAsync(TimeSpan.FromMinutes(32));

        Assert.Equal(PaymentState.Expired, (await world.ReadAsync("order-1")).State);
        Assert.Equal(["money.payment-expired.v1"], await EventsAsync(world));
    }

    internal static Task<List<string>> EventsAsync(StripeWorld world) => world.Host.WithPlatformAsync(db =>
        db.Set<OutboxRow>().Where(r => r.OrderingKey == "order-1").OrderBy(r => r.OrderingVersion)
            .Select(r => r.EventName).ToListAsync());
}
