using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Marketplace.StripeSimulator.Webhooks;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Money.Payments;

public sealed class WebhookTests
{
    private const string Body =
        """{"id":"evt_1","object":"event","type":"payment_intent.succeeded","livemode":false,"data":{"object":{"id":"pi_1"}}}""";

    [Theory]
    [InlineData(WebhookMode.Duplicate)]
    [InlineData(WebhookMode.TwoEventIds)]
    [InlineData(WebhookMode.Reorder)]
    [InlineData(WebhookMode.Delay)]
    [InlineData(WebhookMode.WrongSecret)]
    [InlineData(WebhookMode.OldApiVersion)]
    public async Task However_webhooks_arrive_an_order_is_paid_once(WebhookMode mode)
    {
        await using var world = await StripeWorld.StartAsync();
        var opened = await world.OpenAsync("order-1", 110_00);
        world.Stripe.Control.AddWebhookRule(new WebhookRule(mode, Count: 4, DelaySeconds: 7200));

        await world.PayAsync(opened.PageUrl);
        await world.SettleAsync();
        for (var hours = 0; hours < 4; hours++) await world.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.Equal(PaymentState.Succeeded, (await world.ReadAsync("order-1")).State);
        Assert.Equal(["money.payment-succeeded.v1"], await ExpirePaymentTests.EventsAsync(world));
    }

    [Fact]
    public async Task Fifty_returns_and_webhooks_at_once_have_one_effect()
    {
        await using var world = await StripeWorld.StartAsync();
        var opened = await world.OpenAsync("order-1", 110_00);
        await world.PayAsync(opened.PageUrl);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() =>
            world.Host.SendAsync(Caller.System, new SyncPayment("order-1")))));
        await world.SettleAsync();

        Assert.Equal(["money.payment-succeeded.v1"], await ExpirePaymentTests.EventsAsync(world));
    }

    [Fact]
    public async Task A_webhook_that_is_unsigned_tampered_old_or_signed_by_others_is_refused()
    {
        await using var world = await StripeWorld.StartAsync();
        var now = world.Clock.GetUtcNow().ToUnixTimeSeconds();
        var good = Sign(Body, StripeWorld.PlatformSecret, now);

        string?[] refused =
        [
            await CodeAsync(world, Body, null),
            await CodeAsync(world, Body, ""),
            await CodeAsync(world, Body, "nonsense"),
            await CodeAsync(world, Body + " ", good),
            await CodeAsync(world, Body, Sign(Body, "whsec_other", now)),
            await CodeAsync(world, Body, Sign(Body, StripeWorld.PlatformSecret, now - 301)),
            await CodeAsync(world, Body, Sign(Body, StripeWorld.PlatformSecret, now + 301)),
            await CodeAsync(world, Body, Sign(Body, StripeWorld.ConnectSecret, now)),
        ];

        Assert.All(refused, code => Assert.Equal("webhook.signature", code));
        Assert.Null(await CodeAsync(world, Body, good));
    }

    [Fact]
    public async Task What_is_signed_but_no_event_of_this_endpoint_is_refused_and_never_breaks_it()
    {
        await using var world = await StripeWorld.StartAsync();
        var now = world.Clock.GetUtcNow().ToUnixTimeSeconds();
        async Task<string?> Signed(string body) => await CodeAsync(world, body, Sign(body, StripeWorld.PlatformSecret, now));

        Assert.Equal("webhook.unreadable", await Signed("not json"));
        Assert.Equal("webhook.unreadable", await Signed("[]"));
        Assert.Equal("webhook.unreadable", await Signed("{}"));
        Assert.Equal("webhook.wrong-place", await Signed(Body.Replace("false", "true")));
        Assert.Equal("webhook.wrong-place", await Signed(Body.Replace("\"object\":\"event\"", "\"account\":\"acct_1\"")));
        Assert.Equal("webhook.too-large", await Signed(Body + new string(' ', 1_000_001)));
    }

    [Fact]
    public async Task An_event_that_nothing_depends_on_is_kept_and_ignored()
    {
        await using var world = await StripeWorld.StartAsync();
        var body = Body.Replace("payment_intent.succeeded", "something.new_from_stripe");

        await CodeAsync(world, body, Sign(body, StripeWorld.PlatformSecret, world.Clock.GetUtcNow().ToUnixTimeSeconds()));
        await world.Host.RunJobAsync("process-stripe-events");

        var kept = await world.Host.WithPlatformAsync(db => db.Set<StripeEvent>().SingleAsync());
        Assert.Equal((StripeEventState.Ignored, body), (kept.State, kept.Raw));
    }

    private static async Task<string?> CodeAsync(StripeWorld world, string body, string? signature) =>
        (await world.Host.SendAsync(Caller.Anonymous, new ReceiveStripeEvent(WebhookEndpoint.Platform, body, signature))).Error?.Code;

    private static string Sign(string body, string secret, long at) =>
        Stripe.EventUtility.GenerateSignatureHeader(body, secret, at);
}
