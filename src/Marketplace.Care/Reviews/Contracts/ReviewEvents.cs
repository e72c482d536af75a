using Marketplace.Kernel.Outbox;

namespace Marketplace.Care.Reviews.Contracts;

/// <summary>What a listing's page shows of its reviews has changed: one was written, changed, answered, hidden or found helpful.</summary>
[EventName("care.review-changed.v1")]
public sealed record ReviewChanged(string ReviewId, string ListingId, string TenantId) : IEvent;

/// <summary>A buyer has written for the first time about a purchase.</summary>
[EventName("care.review-written.v1")]
public sealed record ReviewWritten(string ReviewId, string TenantId, string BuyerId) : IEvent;

/// <summary>A shop has answered a review.</summary>
[EventName("care.review-answered.v1")]
public sealed record ReviewAnswered(string ReviewId, string TenantId, string BuyerId) : IEvent;
