using Marketplace.StripeSimulator.AccountLinks;
using Marketplace.StripeSimulator.Accounts;
using Marketplace.StripeSimulator.Balances;
using Marketplace.StripeSimulator.Charges;
using Marketplace.StripeSimulator.Checkout;
using Marketplace.StripeSimulator.Clock;
using Marketplace.StripeSimulator.Control;
using Marketplace.StripeSimulator.Disputes;
using Marketplace.StripeSimulator.Faults;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.Pages;
using Marketplace.StripeSimulator.PaymentIntents;
using Marketplace.StripeSimulator.Payouts;
using Marketplace.StripeSimulator.Refunds;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Transfers;
using Marketplace.StripeSimulator.V2;
using Marketplace.StripeSimulator.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Marketplace.StripeSimulator;

/// <summary>
/// A running simulator: its own web server on loopback, in this process. An unchanged StripeClient with
/// <see cref="Url"/> as ApiBase talks to it.
/// </summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim nudge = new(0);
    private Task background = Task.CompletedTask;
    private int disposed;

    private SimulatorHost(SimulatorOptions options)
    {
        Options = options;
        Store = new Store(options.DataPath);
        Clock = new SimulatorClock(options.TimeProvider);
        Scheduler = new Scheduler(Store, options, Clock);
        Webhooks = new WebhookSender(this);
        Control = new SimulatorControl(this);
        app = Build();
    }

    public SimulatorOptions Options { get; }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url { get; private set; } = "";

    /// <summary>What people's links begin with.</summary>
    public string PublicBaseUrl => Options.PublicBaseUrl?.TrimEnd('/') ?? Url;

    /// <summary>Clock, faults, webhook rules and what a buyer or a bank would do.</summary>
    public SimulatorControl Control { get; }

    internal Store Store { get; }
    internal SimulatorClock Clock { get; }
    internal Scheduler Scheduler { get; }
    internal FaultPlan Faults { get; } = new();
    internal WebhookSender Webhooks { get; }

    public static async Task<SimulatorHost> StartAsync(
        SimulatorOptions options, CancellationToken cancellation = default)
    {
        CheckLoopback(options.Urls);
        var host = new SimulatorHost(options);
        host.Control.RestoreClock();
        host.Scheduler.RunDue();
        await host.app.StartAsync(cancellation);
        var addresses = host.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        host.Url = addresses!.Addresses.First().TrimEnd('/');
        if (options.RunDueWorkInBackground)
        {
            host.background = Task.Run(host.RunInBackgroundAsync, CancellationToken.None);
        }

        return host;
    }

    public Task WaitForShutdownAsync() => app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1) return;

        await stopping.CancelAsync();
        await background;
        await app.DisposeAsync();
        Webhooks.Dispose();
        Store.Dispose();
        nudge.Dispose();
        stopping.Dispose();
    }

    internal void NudgeWebhooks()
    {
        if (nudge.CurrentCount == 0) nudge.Release();
    }

    private static void CheckLoopback(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var host = new Uri(url.Trim()).Host;
            // Whoever reaches the simulator can move its money: nobody else's machine may.
            if (host is not ("127.0.0.1" or "localhost" or "[::1]"))
            {
                throw new ArgumentException(
                    $"The Stripe simulator listens on loopback only, not on {url}", nameof(urls));
            }
        }
    }

    private WebApplication Build()
    {
        // Empty: the settings files and variables of a host in the same process must not open other ports here.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "StripeSimulator" });
        builder.WebHost.UseKestrelCore().UseUrls(Options.Urls);
        builder.Services.AddRouting();
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Warning);
        var built = builder.Build();
        var api = new ApiRoutes(built, new ApiDispatcher(this));
        AccountRoutes.Map(api);
        AccountLinkRoutes.Map(api);
        SessionRoutes.Map(api);
        PaymentIntentRoutes.Map(api);
        ChargeRoutes.Map(api);
        TransferRoutes.Map(api);
        RefundRoutes.Map(api);
        PayoutRoutes.Map(api);
        BalanceRoutes.Map(api);
        DisputeRoutes.Map(api);
        EventRoutes.Map(api);
        AccountV2Routes.Map(api);
        PageRoutes.Map(built, this);
        ControlRoutes.Map(built, this);
        UnknownRoute.Map(built);
        return built;
    }

    private async Task RunInBackgroundAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await nudge.WaitAsync(TimeSpan.FromMilliseconds(500), stopping.Token);
                Scheduler.RunDue();
                await Webhooks.SendAsync(early: false, stopping.Token);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
