using Marketplace.StripeSimulator;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Shared.Hosting;

/// <summary>
/// Development without a Stripe key: the simulator runs in this process on a loopback port of its own, and its pages
/// are shown under <c>/stripe-simulator/</c> of the marketplace.
/// </summary>
internal sealed class StripeInProcess : IAsyncDisposable
{
    public const string Path = "/stripe-simulator";

    private readonly SimulatorHost _host;
    private readonly IReadOnlyDictionary<string, string?> _settings;

    private StripeInProcess(SimulatorHost host, IReadOnlyDictionary<string, string?> settings) =>
        (_host, _settings) = (host, settings);

    /// <summary>Where it listens; registered only where it runs.</summary>
    public sealed record Address(string Url);

    /// <summary>Starts it and points the payment settings at it; null where real keys are configured.</summary>
    /// <param name="clock">The clock that it shares with its host, where that is not the real one.</param>
    public static async Task<StripeInProcess?> StartAsync(WebApplicationBuilder builder, TimeProvider? clock = null)
    {
        if (!builder.Environment.IsDevelopment() || builder.Configuration["Stripe:SecretKey"] is { Length: > 0 }) return null;

        var folder = new DataFolder(builder.Configuration, builder.Environment);
        var host = await SimulatorHost.StartAsync(new SimulatorOptions
        {
            DataPath = folder.In("stripe.db"), TimeProvider = clock ?? TimeProvider.System,
            SignatureClock = clock ?? TimeProvider.System,
        });
        var settings = new Dictionary<string, string?>
        {
            ["Stripe:SecretKey"] = "sk_test_simulator",
            ["Stripe:ApiBase"] = host.Url,
            ["Stripe:PlatformWebhookSecret"] = "whsec_platform_simulator",
            ["Stripe:ConnectWebhookSecret"] = "whsec_connect_simulator",
        };
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton(new Address(host.Url));
        builder.Services.AddHttpClient(Path).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        return new StripeInProcess(host, settings);
    }

    /// <summary>Once the host has its port: events go there, and people's links begin there.</summary>
    public void Attach(WebApplication app)
    {
        var own = app.Urls.First().TrimEnd('/');
        var platform = app.Services.GetRequiredService<IOptions<PlatformOptions>>().Value;
        _host.Options.PublicBaseUrl = platform.Url + Path;
        _host.Options.Webhooks =
        [
            new($"{own}/webhooks/stripe/platform", _settings["Stripe:PlatformWebhookSecret"]!, Connect: false),
            new($"{own}/webhooks/stripe/connect", _settings["Stripe:ConnectWebhookSecret"]!, Connect: true),
        ];
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
