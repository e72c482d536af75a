using Marketplace.Kernel.Outbox;
using Marketplace.Money.Ledger.Contracts;

namespace Marketplace.Money.Payments.Contracts;

/// <summary>Somebody sent money back at Stripe's own pages; what each part bears of it.</summary>
[EventName("money.outside-refund-made.v1")]
public sealed record OutsideRefundMade(
    string RefundId, string OrderId, long AmountMinor, string CurrencyCode, IReadOnlyList<RefundShare> Shares) : IEvent;

[EventName("money.payment-succeeded.v1")]
public sealed record PaymentSucceeded(string OrderId, long AmountMinor, string CurrencyCode, DateTime AtUtc) : IEvent;

[EventName("money.payment-failed.v1")]
public sealed record PaymentFailed(string OrderId, string? FailureCode) : IEvent;

/// <summary>Stripe confirms that nobody can pay any more: stock may be released.</summary>
[EventName("money.payment-expired.v1")]
public sealed record PaymentExpired(string OrderId) : IEvent;

[EventName("money.refund-completed.v1")]
public sealed record RefundCompleted(
    string RefundId, string OrderId, string? SellerOrderId, long AmountMinor, string CurrencyCode) : IEvent;

[EventName("money.refund-failed.v1")]
public sealed record RefundFailed(
    string RefundId, string OrderId, string? SellerOrderId, long AmountMinor, string? FailureCode) : IEvent;
