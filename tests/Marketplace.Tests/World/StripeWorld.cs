using System.Net;
using System.Text.Json;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Settlement;
using Marketplace.StripeSimulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Marketplace.Tests.World;

/// <summary>
/// The application beside a Stripe of its own: the simulator over HTTP, on the same clock. Webhooks arrive when
/// <see cref="SettleAsync"/> lets them; nothing moves on its own.
/// </summary>
public sealed class StripeWorld : IAsyncDisposable
{
    public const string GoodCard = "4242424242424242";
    public const string DeclinedCard = "4000000000000002";
    public const string ThreeDSecureCard = "4000002500003155";
    public const string AvailableAtOnceCard = "4000000000000077";
    public const string RefundFailsCard = "4000000000005126";
    public const string RefundPendingCard = "4000000000007726";
    public const string PlatformSecret = "whsec_platform_test";
    public const string ConnectSecret = "whsec_connect_test";

    private readonly HttpClient _browser = new(new HttpClientHandler { AllowAutoRedirect = false });
    private readonly WebhookDoor _door;

    private StripeWorld(TestHost host, SimulatorHost stripe, WebhookDoor door) => (Host, Stripe, _door) = (host, stripe, door);

    public TestHost Host { get; }

    public SimulatorHost Stripe { get; }

    public FakeTimeProvider Clock => Host.Clock;

    public static async Task<StripeWorld> StartAsync(Action<IServiceCollection>? change = null)
    {
        var clock = new FakeTimeProvider(TestHost.Start);
        var stripe = await SimulatorHost.StartAsync(new SimulatorOptions
        {
            TimeProvider = clock, SignatureClock = clock, RunDueWorkInBackground = false,
        });
        var host = await TestHost.StartAsync(change, SettingsFor(stripe.Url), clock);
        var door = WebhookDoor.Open((endpoint, raw, signature) =>
            host.SendAsync(Caller.Anonymous, new ReceiveStripeEvent(endpoint, raw, signature)));
        stripe.Options.Webhooks =
        [
            new WebhookTarget(door.Url + "/platform", PlatformSecret, Connect: false),
            new WebhookTarget(door.Url + "/connect", ConnectSecret, Connect: true),
        ];
        return new StripeWorld(host, stripe, door);
    }

    /// <summary>What points the application at a simulator.</summary>
    public static Dictionary<string, string?> SettingsFor(string stripeUrl) => new()
    {
        ["Stripe:SecretKey"] = "sk_test_simulated", ["Stripe:ApiBase"] = stripeUrl,
        ["Stripe:PlatformWebhookSecret"] = PlatformSecret, ["Stripe:ConnectWebhookSecret"] = ConnectSecret,
    };

    /// <summary>What a buyer does on the pay page, over HTTP, 3-D Secure passed; answers where the browser is sent.</summary>
    /// <returns>The success address, or null when the card was declined (the page is then still open).</returns>
    public async Task<string?> PayAsync(string pageUrl, string card = GoodCard, bool passChallenge = true)
    {
        using var answer = await PostAsync(pageUrl, new()
        {
            ["email"] = "anna@example.com", ["number"] = card, ["expiry"] = "12 / 34", ["cvc"] = "123", ["name"] = "Anna Berg",
        });
        return await FollowAsync(pageUrl, answer, passChallenge);
    }

    /// <summary>By direct debit: the outcome is known only later (<see cref="AdvanceAsync"/>).</summary>
    public async Task<string?> PayByDebitAsync(string pageUrl, string iban)
    {
        using var answer = await PostAsync(pageUrl, new()
        {
            ["method"] = "bank_debit", ["email"] = "anna@example.com", ["name"] = "Anna Berg", ["iban"] = iban,
        });
        return await FollowAsync(pageUrl, answer, passChallenge: true);
    }

    /// <summary>Lets Stripe send its webhooks, and the application do all that follows from them.</summary>
    public async Task SettleAsync()
    {
        for (var round = 0; round < 6; round++)
        {
            var sent = await Stripe.Control.SettleAsync();
            await Host.RunJobAsync("process-stripe-events");
            var delivered = await Host.DrainAsync();
            await Host.RunJobAsync("run-payment-commands");
            if (sent == 0 && delivered == 0) return;
        }
    }

    /// <summary>Time passes for both.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        Clock.Advance(by);
        await SettleAsync();
    }

    /// <summary>A seller whose file exists; onboarded at Stripe unless told otherwise.</summary>
    public async Task<string> AddSellerAsync(string tenantId, bool onboarded = true, string country = "DE")
    {
        await Host.WithPlatformAsync(async db =>
        {
            var seller = new Seller
            {
                Id = tenantId, Slug = tenantId, Name = tenantId, Country = country, AppliedAtUtc = TestHost.Start.UtcDateTime,
            };
            seller.Move(SellerState.InReview, "", TestHost.Start.UtcDateTime);
            seller.Move(SellerState.Approved, "", TestHost.Start.UtcDateTime);
            db.Add(seller);
            return await db.SaveChangesAsync();
        });
        if (onboarded) await OnboardAsync(tenantId);
        return tenantId;
    }

    /// <summary>The seller walks through Stripe's onboarding and comes back.</summary>
    public async Task OnboardAsync(string tenantId)
    {
        var owner = SellerOf(tenantId);
        (await Host.SendAsync(owner, new StartPayoutOnboarding(
            "https://shop.test/back", "https://shop.test/again", tenantId + "@example.com"))).Required();
        Stripe.Control.Onboard(await AccountOfAsync(tenantId));
        var refreshed = await Host.SendAsync(owner, new RefreshPayoutAccount());
        if (!refreshed.Ok) throw new InvalidOperationException(refreshed.Error.Message);
    }

    public async Task<string> AccountOfAsync(string tenantId) =>
        (await Host.SendAsync(Caller.System, new GetSellers([tenantId]))).Required().Single().PayoutAccountId!;

    public static Caller SellerOf(string tenantId) => new(
        PersonId: "owner-" + tenantId, TenantId: tenantId, SellerPermissions: new HashSet<string> { "money", "orders", "listings" },
        ProvedAtUtc: DateTime.MaxValue);

    /// <summary>Asks for a payment and opens its page.</summary>
    public async Task<OpenedPayment> OpenAsync(string orderId, long amountMinor, string currency = "EUR")
    {
        Check(await Host.SendAsync(Caller.System, Request(orderId, amountMinor, currency)));
        return (await Host.SendAsync(Caller.System, new OpenPayment(orderId))).Required();
    }

    public RequestPayment Request(string orderId, long amountMinor, string currency = "EUR") => new(
        orderId, "buyer", currency, [new CheckoutLine("Walnut desk lamp", amountMinor)],
        "https://shop.test/paid", "https://shop.test/cart", Clock.GetUtcNow().UtcDateTime.AddMinutes(31), "anna@example.com");

    public async Task<PaymentView> ReadAsync(string orderId) =>
        (await Host.SendAsync(Caller.System, new ReadPayment(orderId))).Required();

    /// <summary>Somebody at Stripe's own pages, or another program with the same key; answers the object's id.</summary>
    public async Task<string> ByHandAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Stripe.Url + path)
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };
        request.Headers.Add("Authorization", "Bearer sk_test_simulated");
        using var answer = await _browser.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(body);
        return JsonDocument.Parse(body).RootElement.GetProperty("id").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        await _door.DisposeAsync();
        await Stripe.DisposeAsync();
        await Host.DisposeAsync();
        _browser.Dispose();
    }

    private static void Check(Result outcome)
    {
        if (!outcome.Ok) throw new InvalidOperationException($"{outcome.Error.Code}: {outcome.Error.Message}");
    }

    private async Task<string?> FollowAsync(string pageUrl, HttpResponseMessage answer, bool passChallenge)
    {
        if (answer.StatusCode != HttpStatusCode.SeeOther) return null;
        var target = new Uri(new Uri(pageUrl), answer.Headers.Location!);
        if (!target.AbsolutePath.EndsWith("/challenge", StringComparison.Ordinal)) return target.ToString();
        using var asked = await PostAsync(target.ToString(), new() { ["answer"] = passChallenge ? "complete" : "fail" });
        return passChallenge ? asked.Headers.Location!.ToString() : null;
    }

    private async Task<HttpResponseMessage> PostAsync(string url, Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await _browser.PostAsync(url, content);
    }
}
