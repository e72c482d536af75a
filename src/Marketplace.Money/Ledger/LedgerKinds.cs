namespace Marketplace.Money.Ledger;

/// <summary>
/// Every kind of journal there is. The writer refuses another, so that a list of kinds need not ask the whole ledger.
/// </summary>
public static class LedgerKinds
{
    /// <summary>A movement of the processor's that no other journal tells of is of the kind of its type.</summary>
    internal const string MovementPrefix = "stripe-";

    public static IReadOnlyList<string> All { get; } =
    [
        "sale", "release", "transfer", "payout", "payout-failed", "refund", "refund-paid", "refund-reversed", "outside-refund",
        "unfulfilled", "stripe-fee", "platform-payout", "platform-payout-failed", "unknown", "explained",
        "stripe-payout", "stripe-payout-failure", "stripe-payout-cancel", "stripe-topup", "stripe-topup-reversal",
        "stripe-stripe-fee", "stripe-tax-fee", "stripe-stripe-fx-fee", "stripe-adjustment",
    ];
}
