namespace Marketplace.App.Seeding;

/// <param name="Folder">The demo data.</param>
/// <param name="Progress">Told in words what is being done.</param>
public sealed record SeedOptions(string Folder, Action<string>? Progress = null)
{
    /// <summary>
    /// The demo's buyers and banks, played by the payment simulator. Without them there are no orders, and the shops'
    /// payout accounts are names that no processor knows: enough to look at, not to pay.
    /// </summary>
    public IDemoBank? Bank { get; init; }

    internal void Say(string what) => Progress?.Invoke(what);
}
