using System.Net.Http.Json;
using System.Text.Json;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Marketplace.Web.Shared.Hosting;
using Marketplace.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Web.Tests.Webhooks;

/// <summary>
/// A payment's own events, brought to the real endpoint by hand: whatever happens on the way, they have one effect or
/// are refused.
/// </summary>
public sealed class StripeWebhookTests : IAsyncLifetime
{
    private const string Platform = "/webhooks/stripe/platform";
    private const string Connect = "/webhooks/stripe/connect";
    private const string Secret = "whsec_platform_simulator";

    private readonly HttpClient _stripe = new();
    private WebSite _site = null!;

    /// <summary>The simulator sends nothing by itself: this test is the way.</summary>
    public async ValueTask InitializeAsync()
    {
        _site = await WebSite.StartAsync();
        _stripe.BaseAddress = new Uri(_site.Services.GetRequiredService<StripeInProcess.Address>().Url);
        _stripe.DefaultRequestHeaders.Add("Authorization", "Bearer sk_test_simulator");
        using var _ = await _stripe.PostAsJsonAsync("/_control/webhooks/rules", new { mode = "Drop", count = 100_000 });
    }

    public async ValueTask DisposeAsync()
    {
        _stripe.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Twice_turned_round_and_from_all_sides_at_once_they_have_one_effect()
    {
        var events = await PaidAsync("order-1");

        var codes = await Task.WhenAll(events.Concat(events).Reverse().Concat(events).Select(body => BringAsync(body)));
        await ProcessAsync();
        codes = [.. codes, await BringAsync(events[0])];
        await ProcessAsync();

        Assert.All(codes, code => Assert.Equal(200, code));
        Assert.Equal(PaymentState.Succeeded, (await ReadAsync("order-1")).State);
        Assert.Equal(1, await CountAsync("money.payment-succeeded.v1"));
        Assert.Equal(events.Count, await _site.WithPlatformAsync(db => db.Set<StripeEvent>().CountAsync()));
    }

    [Fact]
    public async Task Days_late_and_signed_anew_they_still_have_their_effect_and_an_old_signature_has_none()
    {
        var events = await PaidAsync("order-1");
        var signedThen = Sign(events[0], Now());
        _site.Clock.Advance(TimeSpan.FromDays(2));

        var replayed = await BringAsync(events[0], signedThen);
        await ProcessAsync();
        var before = (await ReadAsync("order-1")).State;
        foreach (var body in events) Assert.Equal(200, await BringAsync(body));
        await ProcessAsync();

        Assert.Equal((400, PaymentState.Open), (replayed, before));
        Assert.Equal(PaymentState.Succeeded, (await ReadAsync("order-1")).State);
    }

    [Fact]
    public async Task Unsigned_tampered_misdirected_and_oversized_ones_are_refused_and_leave_no_row()
    {
        var body = (await PaidAsync("order-1"))[0];
        var good = Sign(body, Now());

        Assert.Equal(400, await BringAsync(body, null));
        Assert.Equal(400, await BringAsync(body, ""));
        Assert.Equal(400, await BringAsync(body, "t=1,v1=nonsense"));
        Assert.Equal(400, await BringAsync(body.Replace("order-1", "order-2"), good));
        Assert.Equal(400, await BringAsync(body + " ", good));
        Assert.Equal(400, await BringAsync(body, Stripe.EventUtility.GenerateSignatureHeader(body, "whsec_other", Now())));
        Assert.Equal(400, await BringAsync(body, Sign(body, Now() - 301)));
        Assert.Equal(400, await BringAsync(body, good, Connect));
        Assert.Equal(400, await BringAsync("not an event", Sign("not an event", Now())));
        var live = body.Replace("\"livemode\":false", "\"livemode\":true");
        Assert.Equal(400, await BringAsync(live, Sign(live, Now())));
        var large = body + new string(' ', 1_000_001);
        Assert.Equal(413, await BringAsync(large, Sign(large, Now())));

        Assert.Equal(0, await _site.WithPlatformAsync(db => db.Set<StripeEvent>().CountAsync()));
        Assert.Equal(PaymentState.Open, (await ReadAsync("order-1")).State);
        Assert.Empty(_site.Failures.Take());
    }

    [Fact]
    public async Task A_refusal_says_in_its_answer_what_is_wrong()
    {
        using var visitor = _site.Visitor();

        var answer = await visitor.SendAsync(HttpMethod.Post, Platform, new StringContent("{}"));

        Assert.Equal(400, answer.Code);
        Assert.Contains("webhook.signature", answer.Body, StringComparison.Ordinal);
    }

    /// <summary>An order that was paid at the simulator; the events of it, the oldest first.</summary>
    private async Task<List<string>> PaidAsync(string order)
    {
        Assert.Null((await _site.SendAsync(Caller.System, new RequestPayment(
            order, "buyer", "EUR", [new CheckoutLine("Walnut desk lamp", 110_00)], "https://shop.test/paid", "https://shop.test/cart",
            _site.Clock.GetUtcNow().UtcDateTime.AddMinutes(31), "anna@example.com"))).Error);
        (await _site.SendAsync(Caller.System, new OpenPayment(order))).Required();
        var session = await _site.WithPlatformAsync(db => db.Set<Payment>().Where(p => p.Id == order).Select(p => p.SessionId!).SingleAsync());
        using var paid = await _stripe.PostAsJsonAsync($"/_control/checkout/{session}/pay", new { });
        Assert.True(paid.IsSuccessStatusCode, await paid.Content.ReadAsStringAsync());
        using var list = JsonDocument.Parse(await _stripe.GetStringAsync("/v1/events?limit=100"));
        return [.. list.RootElement.GetProperty("data").EnumerateArray().Select(e => e.GetRawText()).Reverse()];
    }

    private async Task<int> BringAsync(string body) => await BringAsync(body, Sign(body, Now()));

    private async Task<int> BringAsync(string body, string? signature, string path = Platform)
    {
        using var visitor = _site.Visitor();
        var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = signature is null
            ? await visitor.SendAsync(HttpMethod.Post, path, content)
            : await visitor.SendAsync(HttpMethod.Post, path, content, ("Stripe-Signature", signature));
        return answer.Code;
    }

    private async Task ProcessAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            await _site.RunJobAsync("process-stripe-events");
            await _site.DrainAsync();
        }
    }

    private long Now() => _site.Clock.GetUtcNow().ToUnixTimeSeconds();

    private static string Sign(string body, long at) => Stripe.EventUtility.GenerateSignatureHeader(body, Secret, at);

    private async Task<PaymentView> ReadAsync(string order) =>
        (await _site.SendAsync(Caller.System, new ReadPayment(order))).Required();

    private Task<int> CountAsync(string name) =>
        _site.WithPlatformAsync(db => db.Set<OutboxRow>().CountAsync(r => r.EventName == name));
}
