namespace Marketplace.Money.Payments.Contracts;

/// <summary>
/// The payment processor, in the words of separate charges and transfers. Every call takes our own idempotency key
/// and a time limit; none is made inside a database transaction. Expected refusals come as
/// <see cref="GatewayRefusal"/>; an outcome that is not known (time-out, broken connection) throws
/// <see cref="GatewayUnknownException"/>, and the same call may be made again under the same key.
/// </summary>
public interface IPaymentGateway
{
    Task<GatewayAnswer<OpenedCheckout>> OpenCheckoutAsync(CheckoutToOpen checkout, string key, CancellationToken cancellation);

    Task<PaymentSnapshot?> ReadCheckoutAsync(string sessionId, CancellationToken cancellation);

    /// <summary>Ends an open session; answers how it stands afterwards (paid when the buyer was faster).</summary>
    Task<PaymentSnapshot?> ExpireCheckoutAsync(string sessionId, CancellationToken cancellation);

    Task<GatewayAnswer<RefundSnapshot>> RefundAsync(RefundToMake refund, string key, CancellationToken cancellation);

    Task<RefundSnapshot?> ReadRefundAsync(string stripeRefundId, CancellationToken cancellation);

    /// <summary>The refund that an earlier call of unknown outcome may have made; null when there is none.</summary>
    Task<RefundSnapshot?> FindRefundAsync(RefundToMake refund, CancellationToken cancellation);

    /// <summary>Answers the transfer's id.</summary>
    Task<GatewayAnswer<string>> TransferAsync(TransferToMake transfer, string key, CancellationToken cancellation);

    /// <summary>The transfer that an earlier call of unknown outcome may have made; null when there is none.</summary>
    Task<string?> FindTransferAsync(TransferToMake transfer, CancellationToken cancellation);
}

/// <summary>Stripe said no, and nothing happened.</summary>
public sealed record GatewayRefusal(string Code, string Message, bool MayPassLater);

/// <summary>Either of the two.</summary>
public sealed record GatewayAnswer<T>(T? Value, GatewayRefusal? Refusal);

/// <summary>Nobody knows whether the call took effect: look for its object, then ask again under the same key.</summary>
/// <param name="isFinalFailure">
/// Stripe answered with a failure of its own, and answers the same under this key for ever: take another key next time.
/// </param>
public sealed class GatewayUnknownException(string message, bool isFinalFailure, Exception inner) : Exception(message, inner)
{
    public bool IsFinalFailure => isFinalFailure;
}

/// <param name="Lines">One per order line at its gross total, and one per seller's shipping; at most 100.</param>
public sealed record CheckoutToOpen(
    string OrderId, string CurrencyCode, IReadOnlyList<CheckoutLine> Lines, string SuccessUrl, string CancelUrl,
    DateTime ExpiresAtUtc, string? BuyerEmail);

public sealed record CheckoutLine(string Name, long AmountMinor);

public sealed record OpenedCheckout(string SessionId, string PageUrl);

public enum GatewayPaymentState
{
    Open,
    Processing,
    Succeeded,
    Failed,
    Expired,
}

public sealed record PaymentSnapshot(
    string SessionId, string? OrderId, GatewayPaymentState State, string? PaymentIntentId, string? ChargeId,
    long ReceivedMinor, string CurrencyCode, string? FailureCode);

public sealed record RefundToMake(string RefundId, string PaymentIntentId, long AmountMinor, string OrderId);

/// <param name="State">As Stripe says: pending, requires_action, succeeded, failed, canceled.</param>
/// <param name="RefundId">Ours; null when it was made by other hands.</param>
public sealed record RefundSnapshot(
    string StripeRefundId, string? RefundId, string State, long AmountMinor, string? FailureCode,
    string? PaymentIntentId = null);

/// <param name="ChargeId">Ties the transfer to its charge, so that it need not wait for available balance.</param>
/// <param name="Attempt">Each refused attempt is followed by another one, under a key of its own.</param>
public sealed record TransferToMake(
    string SellerOrderId, int Attempt, string OrderId, string TenantId, string AccountId, long AmountMinor,
    string CurrencyCode, string? ChargeId);

/// <param name="Type">As Stripe says: charge, refund, transfer, payout, adjustment, stripe_fee and twenty more.</param>
/// <param name="AmountMinor">Into the balance, before the fee; negative: out of it.</param>
/// <param name="Source">What its source says of itself, where it is ours.</param>
public sealed record BalanceMovement(
    string Id, string Type, long AmountMinor, long FeeMinor, string CurrencyCode, DateTime CreatedAtUtc,
    DateTime AvailableAtUtc, string? SourceId, MovementSource Source);

/// <summary>The metadata that this platform gives to all it makes at Stripe.</summary>
public sealed record MovementSource(string? OrderId = null, string? RefundId = null, string? SellerOrderId = null, int? Attempt = null);

public sealed record BalanceFigure(string CurrencyCode, long AvailableMinor, long PendingMinor);

/// <summary>Sellers' connected accounts and their payouts.</summary>
public interface ISellerAccountGateway
{
    Task<GatewayAnswer<string>> CreateAccountAsync(AccountToCreate account, string key, CancellationToken cancellation);

    /// <summary>A single-use link to Stripe's own onboarding pages.</summary>
    Task<GatewayAnswer<string>> CreateOnboardingLinkAsync(
        string accountId, string returnUrl, string refreshUrl, CancellationToken cancellation);

    Task<AccountSnapshot?> ReadAccountAsync(string accountId, CancellationToken cancellation);

    Task<IReadOnlyList<PayoutSnapshot>> ListPayoutsAsync(string accountId, DateTime sinceUtc, CancellationToken cancellation);
}

public sealed record AccountToCreate(string TenantId, string Country, string Email, string BusinessName);

public sealed record AccountSnapshot(
    string AccountId, string? TenantId, bool TransfersActive, bool PayoutsEnabled, IReadOnlyList<string> CurrentlyDue,
    IReadOnlyList<string> PastDue, IReadOnlyList<string> EventuallyDue, DateTime? DeadlineUtc, string? DisabledReason);

public sealed record PayoutSnapshot(
    string Id, string State, long AmountMinor, string CurrencyCode, DateTime CreatedAtUtc, DateTime? ArrivesAtUtc,
    string? FailureMessage);
