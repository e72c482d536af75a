namespace Marketplace.Sales.Checkout;

/// <summary>How long the phases of checkout wait for each other.</summary>
internal static class CheckoutTimes
{
    /// <summary>Stripe keeps a Checkout Session open for 30 minutes at least; it may open some minutes from now.</summary>
    public static readonly TimeSpan PageOpen = TimeSpan.FromMinutes(35);

    /// <summary>A page that closes within this is not offered again.</summary>
    public static readonly TimeSpan LastMoment = TimeSpan.FromMinutes(2);

    /// <summary>How often a crash's leftovers are looked for.</summary>
    public static readonly TimeSpan Resume = TimeSpan.FromMinutes(1);
}
