using Stripe;
using Stripe.Checkout;

namespace Marketplace.Tests.StripeSimulator;

public sealed class CheckoutTests
{
    [Fact]
    public async Task A_paid_session_has_an_intent_a_charge_and_an_entry_with_its_fee()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var session = await stripe.V1.Checkout.Sessions.CreateAsync(stripe.Order());

        Assert.Null(stripe.Host.Control.Pay(session.Id));

        var options = new SessionGetOptions
        {
            Expand = ["line_items", "payment_intent.latest_charge.balance_transaction"],
        };
        var paid = await stripe.V1.Checkout.Sessions.GetAsync(session.Id, options);
        Assert.Equal(("open", "complete", "paid"), (session.Status, paid.Status, paid.PaymentStatus));
        Assert.Equal("Walnut desk lamp", Assert.Single(paid.LineItems).Description);
        Assert.Equal("ord_1", paid.PaymentIntent.TransferGroup);
        Assert.Equal("ord_1", paid.PaymentIntent.LatestCharge.Metadata["order"]);
        Assert.Equal((11_000, 349, 10_651), Amounts(paid.PaymentIntent.LatestCharge.BalanceTransaction));
    }

    [Theory]
    [InlineData("4000000000000002", "generic_decline")]
    [InlineData("4000000000009995", "insufficient_funds")]
    public async Task A_declined_card_leaves_the_session_open_and_the_reason_on_the_intent(string card, string reason)
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var session = await stripe.V1.Checkout.Sessions.CreateAsync(stripe.Order());

        Assert.NotNull(stripe.Host.Control.Pay(session.Id, card));

        var tried = await stripe.V1.Checkout.Sessions.GetAsync(session.Id);
        var intent = await stripe.V1.PaymentIntents.GetAsync(tried.PaymentIntentId);
        Assert.Equal(("open", "requires_payment_method"), (tried.Status, intent.Status));
        Assert.Equal(reason, intent.LastPaymentError.DeclineCode);
        Assert.Null(stripe.Host.Control.Pay(session.Id));
        Assert.Equal(
            2, (await stripe.V1.Charges.ListAsync(new ChargeListOptions { PaymentIntent = intent.Id })).Count());
    }

    [Fact]
    public async Task A_bank_debit_completes_unpaid_and_is_paid_or_failed_later()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var good = await stripe.V1.Checkout.Sessions.CreateAsync(stripe.Order());
        var bad = await stripe.V1.Checkout.Sessions.CreateAsync(stripe.Order());
        stripe.Host.Control.Pay(good.Id, "DE08370400440532013003");
        stripe.Host.Control.Pay(bad.Id, "DE78370400440532013004");
        var waiting = await stripe.V1.Checkout.Sessions.GetAsync(good.Id);
        Assert.Equal(("complete", "unpaid"), (waiting.Status, waiting.PaymentStatus));

        await stripe.Host.Control.AdvanceAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);

        Assert.Equal("paid", (await stripe.V1.Checkout.Sessions.GetAsync(good.Id)).PaymentStatus);
        Assert.Equal("unpaid", (await stripe.V1.Checkout.Sessions.GetAsync(bad.Id)).PaymentStatus);
        var events = await stripe.V1.Events.ListAsync(new EventListOptions { Limit = 100 });
        var types = events.Select(e => e.Type).ToList();
        Assert.Contains(EventTypes.CheckoutSessionAsyncPaymentSucceeded, types);
        Assert.Contains(EventTypes.CheckoutSessionAsyncPaymentFailed, types);
    }

    [Fact]
    public async Task A_session_expires_by_its_time_or_on_request_but_not_once_complete()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var late = await stripe.V1.Checkout.Sessions.CreateAsync(stripe.Order());
        var cancelled = await stripe.V1.Checkout.Sessions.CreateAsync(stripe.Order());
        var paid = await stripe.V1.Checkout.Sessions.CreateAsync(stripe.Order());
        stripe.Host.Control.Pay(paid.Id);

        Assert.Equal("expired", (await stripe.V1.Checkout.Sessions.ExpireAsync(cancelled.Id)).Status);
        await Assert.ThrowsAsync<StripeException>(() => stripe.V1.Checkout.Sessions.ExpireAsync(paid.Id));
        await stripe.Host.Control.AdvanceAsync(TimeSpan.FromMinutes(31), TestContext.Current.CancellationToken);

        Assert.Equal("expired", (await stripe.V1.Checkout.Sessions.GetAsync(late.Id)).Status);
        Assert.NotNull(stripe.Host.Control.Pay(late.Id));
    }

    [Fact]
    public async Task A_session_shorter_than_thirty_minutes_is_refused()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var order = stripe.Order();
        order.ExpiresAt = stripe.Host.Control.Now.UtcDateTime.AddMinutes(29);

        var refused = await Assert.ThrowsAsync<StripeException>(() => stripe.V1.Checkout.Sessions.CreateAsync(order));

        Assert.Equal("expires_at", refused.StripeError.Param);
    }

    [Theory]
    [InlineData("eur", 49)]
    [InlineData("jpy", 49)]
    [InlineData("isk", 550)]
    [InlineData("kwd", 5_005)]
    public async Task An_amount_below_the_minimum_or_off_the_quantum_is_refused(string currency, long amountMinor)
    {
        await using var stripe = await SimulatedStripe.StartAsync();

        await Assert.ThrowsAsync<StripeException>(
            () => stripe.V1.Checkout.Sessions.CreateAsync(stripe.Order(amountMinor, currency)));
    }

    [Fact]
    public async Task Sessions_and_line_items_are_listed_page_by_page()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        for (var nth = 0; nth < 7; nth++) await stripe.V1.Checkout.Sessions.CreateAsync(stripe.Order());

        var all = stripe.V1.Checkout.Sessions.ListAutoPaging(new SessionListOptions { Limit = 3 }).ToList();
        var items = await stripe.V1.Checkout.Sessions.LineItems.ListAsync(all[0].Id);

        Assert.Equal(7, all.Select(session => session.Id).Distinct().Count());
        Assert.Equal(11_000, Assert.Single(items).AmountTotal);
    }

    private static (long Amount, long Fee, long Net) Amounts(BalanceTransaction entry) =>
        (entry.Amount, entry.Fee, entry.Net);
}
