using Microsoft.Extensions.Configuration;

namespace Marketplace.StripeSimulator;

/// <summary>Where events are sent: Stripe's two kinds of webhook endpoint, each with its own secret.</summary>
/// <param name="Connect">True: events of connected accounts (with `account` set); false: the platform's own.</param>
public sealed record WebhookTarget(string Url, string Secret, bool Connect);

/// <summary>How the simulated Stripe behaves. Every time span is measured on the simulator's own clock.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Loopback only; port 0 takes a free one.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:0";

    /// <summary>The SQLite file of the state; null keeps it in memory.</summary>
    public string? DataPath { get; init; }

    /// <summary>
    /// Where people reach the pages; null means the simulator's own address. Like <see cref="Webhooks"/> it may be
    /// set after the start, when a host in the same process has learnt its own port.
    /// </summary>
    public string? PublicBaseUrl { get; set; }

    public IReadOnlyList<WebhookTarget> Webhooks { get; set; } = [];

    /// <summary>The base of the simulator's clock; `/_control/clock` adds an offset to it.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// What webhooks are signed by: the receiver compares with its own clock, so this is the wall clock unless the
    /// receiver's stands still too.
    /// </summary>
    public TimeProvider SignatureClock { get; init; } = TimeProvider.System;

    /// <summary>False in tests that drive due work themselves through <see cref="SimulatorHost.Control"/>.</summary>
    public bool RunDueWorkInBackground { get; init; } = true;

    public string PlatformCountry { get; init; } = "DE";
    public string PlatformCurrency { get; init; } = "eur";

    /// <summary>
    /// Stripe's own default is daily. The simulator starts at manual, as the setup guide tells an operator to
    /// choose, because an automatic payout drains the balance that later transfers need.
    /// </summary>
    public string PlatformPayoutInterval { get; init; } = "manual";

    public int FeeBps { get; init; } = 290;
    public int FeeFixedMinor { get; init; } = 30;
    public int DisputeFeeMinor { get; init; } = 1500;
    public int AvailabilityDelayDays { get; init; } = 2;
    public TimeSpan BankDebitDelay { get; init; } = TimeSpan.FromMinutes(3);
    public TimeSpan BankDebitFastDelay { get; init; } = TimeSpan.FromSeconds(5);
    public TimeSpan DisputeDelay { get; init; } = TimeSpan.FromSeconds(5);
    public TimeSpan RefundDelay { get; init; } = TimeSpan.FromSeconds(30);
    public TimeSpan PayoutDelay { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Whether a reversal may take a seller's balance below zero. Stripe's documentation says no (the default);
    /// reports from the field say it can happen for accounts whose losses the platform carries.
    /// </summary>
    public bool ReversalMayOverdraw { get; init; }

    public static SimulatorOptions FromCommandLine(string[] args)
    {
        var settings = new ConfigurationBuilder()
            .AddEnvironmentVariables("STRIPE_SIMULATOR_")
            .AddCommandLine(args)
            .Build();
        var defaults = new SimulatorOptions();
        return defaults with
        {
            Urls = settings["urls"] ?? "http://127.0.0.1:4010",
            DataPath = settings["data"],
            PublicBaseUrl = settings["public-base-url"],
            PlatformCountry = settings["country"] ?? defaults.PlatformCountry,
            PlatformCurrency = settings["currency"] ?? defaults.PlatformCurrency,
            PlatformPayoutInterval = settings["platform-payouts"] ?? defaults.PlatformPayoutInterval,
            Webhooks = [.. Target(settings, "platform", connect: false), .. Target(settings, "connect", connect: true)],
        };
    }

    private static IEnumerable<WebhookTarget> Target(IConfiguration settings, string name, bool connect)
    {
        var url = settings[$"{name}-webhook"];
        var secret = settings[$"{name}-secret"];
        if (url is null) return [];

        return secret is null
            ? throw new ArgumentException($"--{name}-webhook needs --{name}-secret", nameof(settings))
            : [new WebhookTarget(url, secret, connect)];
    }
}
