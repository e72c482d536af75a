using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
using Marketplace.StripeSimulator.Faults;
using Marketplace.Tests.World;

namespace Marketplace.Tests.Money.Payments;

public sealed class OpenPaymentTests
{
    [Fact]
    public async Task A_good_card_pays_and_the_return_is_enough_to_know_it()
    {
        await using var world = await StripeWorld.StartAsync();
        var opened = await world.OpenAsync("order-1", 110_00);

        var success = await world.PayAsync(opened.PageUrl);
        var view = (await world.Host.SendAsync(Caller.System, new SyncPayment("order-1"))).Required();

        Assert.Equal("https://shop.test/paid", success);
        Assert.Equal((PaymentState.Succeeded, 110_00), (view.State, view.ReceivedMinor));
    }

    [Fact]
    public async Task A_declined_card_leaves_the_page_open_for_another_one()
    {
        await using var world = await StripeWorld.StartAsync();
        var opened = await world.OpenAsync("order-1", 110_00);

        var declined = await world.PayAsync(opened.PageUrl, StripeWorld.DeclinedCard);
        await world.SettleAsync();
        var between = await world.ReadAsync("order-1");
        await world.PayAsync(opened.PageUrl);
        await world.SettleAsync();

        Assert.Null(declined);
        Assert.Equal(PaymentState.Open, between.State);
        Assert.Equal(PaymentState.Succeeded, (await world.ReadAsync("order-1")).State);
    }

    [Fact]
    public async Task Three_d_secure_passed_pays_and_failed_does_not()
    {
        await using var world = await StripeWorld.StartAsync();
        var opened = await world.OpenAsync("order-1", 110_00);

        await world.PayAsync(opened.PageUrl, StripeWorld.ThreeDSecureCard, passChallenge: false);
        await world.SettleAsync();
        var failed = await world.ReadAsync("order-1");
        await world.PayAsync(opened.PageUrl, StripeWorld.ThreeDSecureCard);
        await world.SettleAsync();

        Assert.Equal(PaymentState.Open, failed.State);
        Assert.Equal(PaymentState.Succeeded, (await world.ReadAsync("order-1")).State);
    }

    [Theory]
    [InlineData("DE89370400440532013000", PaymentState.Succeeded)]
    [InlineData("DE62370400440532013001", PaymentState.Failed)]
    public async Task A_bank_debit_is_processing_until_the_bank_decides(string iban, PaymentState end)
    {
        await using var world = await StripeWorld.StartAsync();
        var opened = await world.OpenAsync("order-1", 110_00);

        await world.PayByDebitAsync(opened.PageUrl, iban);
        await world.SettleAsync();
        var before = await world.ReadAsync("order-1");
        await world.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(PaymentState.Processing, before.State);
        Assert.Equal(end, (await world.ReadAsync("order-1")).State);
    }

    [Fact]
    public async Task Callers_at_once_open_one_page()
    {
        await using var world = await StripeWorld.StartAsync();
        await world.Host.SendAsync(Caller.System, world.Request("order-1", 110_00));
        await world.Host.SendAsync(Caller.System, world.Request("order-1", 110_00));

        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            world.Host.SendAsync(Caller.System, new OpenPayment("order-1")))));

        Assert.Single(opened.Select(o => o.Required().PageUrl).Distinct());
    }

    [Theory]
    [InlineData(FaultKind.RateLimit)]
    [InlineData(FaultKind.LockTimeout)]
    [InlineData(FaultKind.Conflict)]
    [InlineData(FaultKind.ErrorBefore)]
    [InlineData(FaultKind.GatewayErrorAfterCommit)]
    [InlineData(FaultKind.AbortBefore)]
    [InlineData(FaultKind.AbortAfterCommit)]
    public async Task One_failure_at_stripe_is_never_seen_by_the_buyer(FaultKind fault)
    {
        await using var world = await StripeWorld.StartAsync();
        await world.Host.SendAsync(Caller.System, world.Request("order-1", 110_00));
        world.Stripe.Control.AddFault(new Fault(fault, "/v1/checkout/sessions", "POST"));

        var opened = (await world.Host.SendAsync(Caller.System, new OpenPayment("order-1"))).Required();

        Assert.NotNull(await world.PayAsync(opened.PageUrl));
    }

    [Fact]
    public async Task An_answer_of_500_that_stripe_keeps_is_overcome_with_another_key()
    {
        await using var world = await StripeWorld.StartAsync();
        await world.Host.SendAsync(Caller.System, world.Request("order-1", 110_00));
        world.Stripe.Control.AddFault(new Fault(FaultKind.ErrorAfterCommit, "/v1/checkout/sessions", "POST"));

        var first = await world.Host.SendAsync(Caller.System, new OpenPayment("order-1"));
        await world.AdvanceAsync(TimeSpan.FromSeconds(10));
        var second = await world.Host.SendAsync(Caller.System, new OpenPayment("order-1"));

        Assert.Equal("payment.unavailable", first.Error?.Code);
        Assert.NotNull(await world.PayAsync(second.Required().PageUrl));
    }

    [Fact]
    public async Task A_sum_that_no_card_network_takes_is_refused_before_stripe_is_asked()
    {
        await using var world = await StripeWorld.StartAsync();

        var small = await world.Host.SendAsync(Caller.System, world.Request("order-1", 49));
        var crooked = await world.Host.SendAsync(Caller.System, world.Request("order-2", 10_005, "KWD"));
        var nothing = await world.Host.SendAsync(Caller.System, new OpenPayment("order-1"));

        Assert.Equal("payment.below-minimum", small.Error?.Code);
        Assert.Equal("input.invalid", crooked.Error?.Code);
        Assert.Equal("payment.not-found", nothing.Error?.Code);
    }

    [Theory]
    [InlineData("JPY", 500)]
    [InlineData("ISK", 100_00)]
    [InlineData("KWD", 12_340)]
    [InlineData("USD", 99_99)]
    public async Task Every_kind_of_currency_arrives_as_it_was_asked_for(string currency, long amount)
    {
        await using var world = await StripeWorld.StartAsync();
        var opened = await world.OpenAsync("order-1", amount, currency);

        await world.PayAsync(opened.PageUrl);
        await world.SettleAsync();

        var view = await world.ReadAsync("order-1");
        Assert.Equal((PaymentState.Succeeded, amount, currency), (view.State, view.ReceivedMinor, view.CurrencyCode));
    }
}
