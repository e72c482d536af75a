using Marketplace.App.Seeding;
using Marketplace.StripeSimulator;
using Marketplace.Web.Shared.Hosting;

namespace Marketplace.Web.Commands;

/// <summary>The payment simulator, on the clock of the seeding, plays the demo's buyers and banks.</summary>
internal sealed class SimulatedBank : IDemoBank, IAsyncDisposable
{
    private readonly SimulatorHost _stripe;

    internal SimulatedBank(SimulatorHost stripe) => _stripe = stripe;

    /// <summary>Null where real keys are configured: no demo order is ever paid with them.</summary>
    public static async Task<SimulatedBank?> StartAsync(WebApplicationBuilder builder, SeedClock clock)
    {
        if (builder.Configuration["Stripe:SecretKey"] is { Length: > 0 }) return null;

        var folder = new DataFolder(builder.Configuration, builder.Environment);
        var stripe = await SimulatorHost.StartAsync(new SimulatorOptions
        {
            DataPath = folder.In("stripe.db"), TimeProvider = clock, RunDueWorkInBackground = false,
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Stripe:SecretKey"] = "sk_test_simulator", ["Stripe:ApiBase"] = stripe.Url,
            ["Stripe:PlatformWebhookSecret"] = "whsec_platform_simulator",
            ["Stripe:ConnectWebhookSecret"] = "whsec_connect_simulator",
        });
        return new SimulatedBank(stripe);
    }

    public Task PayAsync(string sessionId, string email, CancellationToken cancellation) =>
        _stripe.Control.Pay(sessionId, email: email) is { } refusal
            ? throw new InvalidOperationException(refusal) : Task.CompletedTask;

    public Task OnboardAsync(string accountId, CancellationToken cancellation)
    {
        _stripe.Control.Onboard(accountId);
        return Task.CompletedTask;
    }

    public Task AskForMoreAsync(string accountId, CancellationToken cancellation)
    {
        _stripe.Control.SetRequirements(accountId, ["individual.verification.document"], "requirements.past_due");
        return Task.CompletedTask;
    }

    public Task SettleAsync(CancellationToken cancellation) => _stripe.Control.SettleAsync(cancellation);

    public ValueTask DisposeAsync() => _stripe.DisposeAsync();
}
