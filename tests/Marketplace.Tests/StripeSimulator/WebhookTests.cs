using Marketplace.StripeSimulator;
using Marketplace.StripeSimulator.Webhooks;
using Stripe;

namespace Marketplace.Tests.StripeSimulator;

public sealed class WebhookTests : IAsyncLifetime
{
    private const string PlatformSecret = "whsec_platform";
    private const string ConnectSecret = "whsec_connect";
    private WebhookInbox inbox = null!;
    private SimulatedStripe stripe = null!;

    public async ValueTask InitializeAsync()
    {
        inbox = await WebhookInbox.StartAsync();
        stripe = await SimulatedStripe.StartAsync(options => options with
        {
            Webhooks =
            [
                new WebhookTarget(inbox.Url + "/platform", PlatformSecret, Connect: false),
                new WebhookTarget(inbox.Url + "/connect", ConnectSecret, Connect: true),
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await stripe.DisposeAsync();
        await inbox.DisposeAsync();
    }

    [Fact]
    public async Task A_payment_arrives_signed_and_in_order()
    {
        await stripe.PaidAsync();

        await DeliverAsync();

        var events = inbox.Received.Select(Parse).ToList();
        Assert.Equal(
            ["payment_intent.created", "charge.succeeded", "payment_intent.succeeded", "checkout.session.completed"],
            events.Select(e => e.Type));
        var session = Assert.IsType<Stripe.Checkout.Session>(events[3].Data.Object);
        Assert.Equal(("paid", StripeConfiguration.ApiVersion), (session.PaymentStatus, events[3].ApiVersion));
        Assert.Equal(0, await DeliverAsync());
    }

    [Fact]
    public async Task A_sellers_events_go_to_the_connect_endpoint_with_its_account()
    {
        var seller = await stripe.SellerAsync();

        await DeliverAsync();

        var updated = inbox.Received.Where(message => message.Path == "/connect").Select(Parse).First();
        Assert.Equal((EventTypes.AccountUpdated, seller.Id), (updated.Type, updated.Account));
        Assert.True(Assert.IsType<Account>(updated.Data.Object).PayoutsEnabled);
    }

    [Fact]
    public async Task A_refused_event_is_sent_again_later()
    {
        inbox.Answer = 500;
        await stripe.PaidAsync();
        await DeliverAsync();
        Assert.Equal(4, inbox.Received.Count);

        inbox.Answer = 200;
        Assert.Equal(0, await stripe.Host.Control.SettleAsync(TestContext.Current.CancellationToken));
        await stripe.Host.Control.AdvanceAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        Assert.Equal(8, inbox.Received.Count);
        Assert.Equal(4, inbox.Received.Select(Parse).Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task Duplicate_sends_the_same_event_twice_and_two_ids_the_same_change()
    {
        Rule(new WebhookRule(WebhookMode.Duplicate, EventTypes.ChargeSucceeded));
        Rule(new WebhookRule(WebhookMode.TwoEventIds, EventTypes.PaymentIntentSucceeded));
        await stripe.PaidAsync();

        await DeliverAsync();
        await DeliverAsync();

        var events = inbox.Received.Select(Parse).ToList();
        var same = events.Where(e => e.Type == EventTypes.ChargeSucceeded).ToList();
        var twins = events.Where(e => e.Type == EventTypes.PaymentIntentSucceeded).ToList();
        Assert.Equal((2, 1), (same.Count, same.Select(e => e.Id).Distinct().Count()));
        Assert.Equal((2, 2), (twins.Count, twins.Select(e => e.Id).Distinct().Count()));
    }

    [Fact]
    public async Task Reorder_turns_the_next_events_round()
    {
        Rule(new WebhookRule(WebhookMode.Reorder, Count: 4));
        await stripe.PaidAsync();

        await DeliverAsync();

        Assert.Equal(
            ["checkout.session.completed", "payment_intent.succeeded", "charge.succeeded", "payment_intent.created"],
            inbox.Received.Select(message => Parse(message).Type));
    }

    [Fact]
    public async Task A_dropped_event_is_still_listed_and_a_delayed_one_comes_by_the_clock()
    {
        Rule(new WebhookRule(WebhookMode.Drop, EventTypes.ChargeSucceeded));
        Rule(new WebhookRule(WebhookMode.Delay, EventTypes.CheckoutSessionCompleted, DelaySeconds: 60));
        await stripe.PaidAsync();

        await stripe.Host.Control.SettleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, inbox.Received.Count);
        await stripe.Host.Control.AdvanceAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal(EventTypes.CheckoutSessionCompleted, Parse(inbox.Received[2]).Type);
        var missed = new EventListOptions { Type = EventTypes.ChargeSucceeded };
        Assert.Single(await stripe.V1.Events.ListAsync(missed));
    }

    [Fact]
    public async Task A_wrong_secret_and_an_old_version_are_caught_by_the_client_library()
    {
        Rule(new WebhookRule(WebhookMode.WrongSecret, EventTypes.ChargeSucceeded));
        Rule(new WebhookRule(WebhookMode.OldApiVersion, EventTypes.PaymentIntentSucceeded));
        await stripe.PaidAsync();

        await DeliverAsync();

        Assert.Throws<StripeException>(() => Parse(inbox.Received[1]));
        Assert.Throws<StripeException>(() => Parse(inbox.Received[2]));
    }

    private void Rule(WebhookRule rule) => stripe.Host.Control.AddWebhookRule(rule);

    private Task<int> DeliverAsync() => stripe.Host.Control.DeliverNowAsync(TestContext.Current.CancellationToken);

    private static Event Parse(WebhookMessage message) => EventUtility.ConstructEvent(
        message.Body, message.Signature, message.Path == "/connect" ? ConnectSecret : PlatformSecret);
}
