using Marketplace.Kernel.Outbox;

namespace Marketplace.Money.Payments.Contracts;

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
