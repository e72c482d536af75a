namespace Marketplace.Money.Payments.Adapters.Stripe;

/// <summary>Section <c>Stripe</c>: the operator's own account. Real keys are all that differs from a demo.</summary>
internal sealed class StripeOptions
{
    public const string Section = "Stripe";

    /// <summary><c>sk_…</c>, or better <c>rk_…</c>: restricted to what this platform does.</summary>
    public string SecretKey { get; set; } = "";

    /// <summary>Empty for Stripe itself; the simulator's address in development.</summary>
    public string ApiBase { get; set; } = "";

    /// <summary>Of the endpoint <c>/webhooks/stripe/platform</c>; two with a comma between them while one is replaced.</summary>
    public string PlatformWebhookSecret { get; set; } = "";

    /// <summary>Of the endpoint <c>/webhooks/stripe/connect</c>, which hears of the sellers' accounts.</summary>
    public string ConnectWebhookSecret { get; set; } = "";

    /// <summary>For one try of one call; the client tries three times.</summary>
    public int TimeoutSeconds { get; set; } = 20;

    public bool IsLive => SecretKey.StartsWith("sk_live_", StringComparison.Ordinal)
        || SecretKey.StartsWith("rk_live_", StringComparison.Ordinal);

    public bool IsComplete => SecretKey.Length > 0 && PlatformWebhookSecret.Length > 0 && ConnectWebhookSecret.Length > 0;
}
