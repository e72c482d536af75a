namespace Marketplace.App.Seeding.Orders;

/// <summary>How far a demo order's parts come.</summary>
internal enum Fate
{
    Placed,
    CancellationAsked,
    Accepted,
    PartShipped,
    Shipped,
    Delivered,
    CancelledByShop,
    /// <summary>Nobody accepts it: the platform's clock cancels it.</summary>
    Ignored,
}

/// <param name="AgeDays">How long before now it is placed.</param>
internal sealed record DemoOrder(int Number, double AgeDays, Fate Fate, int Lines)
{
    /// <summary>
    /// Thirty-six orders over the last thirty days, at least one in each state: the older the further. Held means
    /// delivered less than the hold ago, so the older ones end as paid out.
    /// </summary>
    public static IReadOnlyList<DemoOrder> All { get; } =
    [
        .. Enumerable.Range(0, 36).Select(i => new DemoOrder(
            i + 1, Math.Round(29.6 - (i * 0.83) + ((i % 3) * 0.11), 2), FateOf(i), 1 + ((i * 7) % 4))),
    ];

    private static Fate FateOf(int i) => i switch
    {
        5 => Fate.CancelledByShop,
        11 => Fate.Ignored,
        < 29 => Fate.Delivered,
        29 or 30 => Fate.Shipped,
        31 => Fate.PartShipped,
        32 or 33 => Fate.Accepted,
        34 => Fate.CancellationAsked,
        _ => Fate.Placed,
    };
}
