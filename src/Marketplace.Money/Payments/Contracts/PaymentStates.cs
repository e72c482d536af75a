namespace Marketplace.Money.Payments.Contracts;

public enum PaymentState
{
    /// <summary>Asked for; Stripe does not know of it yet.</summary>
    Requested,
    /// <summary>The buyer can pay.</summary>
    Open,
    /// <summary>Confirmed by the buyer, not yet by the bank (may take days).</summary>
    Processing,
    Succeeded,
    Failed,
    /// <summary>Stripe confirms that nobody can pay it any more.</summary>
    Expired,
}

public enum RefundState
{
    Requested,
    Pending,
    Succeeded,
    Failed,
}

/// <summary>What came of an event that Stripe has sent.</summary>
public enum StripeEventState
{
    Waiting,
    Done,
    /// <summary>Nothing here depends on events of its type.</summary>
    Ignored,
    /// <summary>Given up after many tries.</summary>
    Dead,
}

/// <summary>How a payment stands. Its order's id is its own.</summary>
public sealed record PaymentView(
    string OrderId, PaymentState State, long AmountMinor, long ReceivedMinor, long RefundedMinor, string CurrencyCode,
    DateTime ExpiresAtUtc, string? PageUrl, string? PaymentIntentId, string? FailureCode, IReadOnlyList<RefundView> Refunds);

public sealed record RefundView(
    string RefundId, string? SellerOrderId, RefundState State, long AmountMinor, string Reason, DateTime RequestedAtUtc,
    string? FailureCode);

public static class PaymentErrors
{
    public static readonly Kernel.Results.Error NotFound =
        Kernel.Results.Error.NotFound("payment.not-found", "There is no payment for this order.");

    public static readonly Kernel.Results.Error NotOpen = Kernel.Results.Error.Conflict(
        "payment.not-open", "This order can no longer be paid. Start the checkout again.");

    public static readonly Kernel.Results.Error Unavailable = Kernel.Results.Error.Unavailable(
        "payment.unavailable", "The payment page does not answer. Nothing was charged; try again in a minute.");

    public static Kernel.Results.Error BelowMinimum(string amount) => Kernel.Results.Error.Refused(
        "payment.below-minimum", $"The smallest amount that can be paid by card is {amount}.");
}
