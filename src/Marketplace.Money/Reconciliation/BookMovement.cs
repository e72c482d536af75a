using Marketplace.Money.Ledger;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Reconciliation.Contracts;

namespace Marketplace.Money.Reconciliation;

/// <param name="JournalKey">The one journal that tells of the movement.</param>
/// <param name="Own">Made from the movement itself, where nothing else tells of it.</param>
internal sealed record Booking(
    BalanceEntryState State, string JournalKey, string? OtherKey, Journal? Own, Journal? Fee);

/// <summary>
/// What a movement of the balance means for the books. Pure. Source of the types: Stripe, "Balance transaction types".
/// A type that is not known here is nobody's until a person explains it.
/// </summary>
internal static class BookMovement
{
    public static Booking Of(BalanceMovement movement) => KeyOf(movement) is { } key
        ? new Booking(BalanceEntryState.Awaiting, key, OtherKeyOf(movement), null, FeeOf(movement))
        : OfItself(movement, AccountOf(movement));

    public static Booking Unknown(BalanceMovement movement) => OfItself(movement, LedgerAccounts.Suspense);

    private static Booking OfItself(BalanceMovement movement, string account)
    {
        var unknown = account == LedgerAccounts.Suspense;
        var own = Journals.Movement(
            unknown ? "unknown" : LedgerKinds.MovementPrefix + movement.Type.Replace('_', '-'), movement.Id, movement.Source.OrderId,
            movement.CurrencyCode, account, movement.AmountMinor, movement.CreatedAtUtc);
        var state = unknown ? BalanceEntryState.Unknown : BalanceEntryState.Booked;
        return new Booking(state, own.ExternalKey, null, own, FeeOf(movement));
    }

    private static string? KeyOf(BalanceMovement movement) => (movement.Type, movement.Source) switch
    {
        ("charge" or "payment", { OrderId: { } order }) => JournalKeys.Sale(order),
        ("refund" or "payment_refund", { RefundId: { } refund }) => JournalKeys.RefundPaid(refund),
        ("refund_failure" or "payment_failure_refund", { RefundId: { } refund }) =>
            JournalKeys.Reversed(JournalKeys.RefundPaid(refund)),
        ("transfer", { SellerOrderId: { } part, Attempt: { } attempt }) => JournalKeys.Transfer(part, attempt),
        _ => null,
    };

    private static string? OtherKeyOf(BalanceMovement movement) =>
        movement is { Type: "charge" or "payment", Source.OrderId: { } order } ? JournalKeys.Unfulfilled(order) : null;

    private static string AccountOf(BalanceMovement movement) => movement.Type switch
    {
        "payout" or "payout_failure" or "payout_cancel" => LedgerAccounts.PayoutInTransit,
        "topup" or "topup_reversal" => LedgerAccounts.Bank,
        "stripe_fee" or "tax_fee" => LedgerAccounts.StripeFees,
        "stripe_fx_fee" => LedgerAccounts.Exchange,
        "adjustment" when IsDispute(movement.SourceId) => LedgerAccounts.DisputeSuspense(movement.SourceId!),
        _ => LedgerAccounts.Suspense,
    };

    private static Journal? FeeOf(BalanceMovement movement) => movement.FeeMinor == 0 ? null : Journals.StripeFee(
        movement.Id, movement.Source.OrderId, movement.CurrencyCode,
        movement.Type == "adjustment" ? LedgerAccounts.DisputeFees : LedgerAccounts.StripeFees, movement.FeeMinor,
        movement.CreatedAtUtc);

    /// <summary>Corrections of Stripe's own are adjustments too; only those of a dispute name one.</summary>
    private static bool IsDispute(string? sourceId) => sourceId is { Length: <= 46 }
        && (sourceId.StartsWith("dp_", StringComparison.Ordinal) || sourceId.StartsWith("du_", StringComparison.Ordinal));
}
