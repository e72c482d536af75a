using Marketplace.Money.Reconciliation.Contracts;

namespace Marketplace.Money.Reconciliation;

/// <param name="AmountMinor">By how much Stripe has more than the ledger because of it.</param>
internal sealed record OneSided(
    DifferenceReason Reason, string Reference, long AmountMinor, DateTime? SinceUtc, string? OrderId, bool IsInFlight);

/// <summary>What one currency's balance is on both sides, and all that only one side tells.</summary>
internal sealed record ComparedBalance(string CurrencyCode, long StripeMinor, long LedgerMinor, IReadOnlyList<OneSided> Items)
{
    public long InFlightMinor => Items.Where(i => i.IsInFlight).Sum(i => i.AmountMinor);

    /// <summary>What neither age nor cause excuses: must be zero.</summary>
    public long DifferenceMinor => StripeMinor - LedgerMinor - InFlightMinor;

    public bool IsRight => DifferenceMinor == 0 && Items.All(i => i.IsInFlight);
}

/// <summary>
/// How long something may be told on one side only. A bank takes up to a month for a refund; a webhook is repeated for
/// three days; Stripe lists a movement seconds after it was made.
/// </summary>
internal static class InFlight
{
    private static readonly TimeSpan Refund = TimeSpan.FromDays(30);
    private static readonly TimeSpan Other = TimeSpan.FromDays(3);
    private static readonly TimeSpan Listing = TimeSpan.FromHours(1);

    public static bool AtStripe(string type, DateTime sinceUtc, DateTime nowUtc) =>
        nowUtc - sinceUtc < (type.Contains("refund", StringComparison.Ordinal) ? Refund : Other);

    public static bool Here(DateTime sinceUtc, DateTime nowUtc) => nowUtc - sinceUtc < Listing;
}
