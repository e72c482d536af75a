using Marketplace.Kernel.Outbox;

namespace Marketplace.Accounts.Sellers.Contracts;

[EventName("accounts.seller-applied.v1")]
public sealed record SellerApplied(string TenantId, string Name, string PersonId, long Version = 0) : IEvent;

[EventName("accounts.seller-submitted.v1")]
public sealed record SellerSubmitted(string TenantId, string Name, long Version = 0) : IEvent;

/// <summary>May sell from now on.</summary>
[EventName("accounts.seller-approved.v1")]
public sealed record SellerApproved(string TenantId, string Name, long Version = 0) : IEvent;

[EventName("accounts.seller-changes-requested.v1")]
public sealed record SellerChangesRequested(string TenantId, string Name, string Reason, long Version = 0) : IEvent;

[EventName("accounts.seller-rejected.v1")]
public sealed record SellerRejected(string TenantId, string Name, string Reason, long Version = 0) : IEvent;

/// <summary>Its offers are no longer shown or bought; what was sold is still shipped.</summary>
[EventName("accounts.seller-suspended.v1")]
public sealed record SellerSuspended(string TenantId, string Name, string Reason, long Version = 0) : IEvent;

[EventName("accounts.seller-reopened.v1")]
public sealed record SellerReopened(string TenantId, string Name, string Reason, long Version = 0) : IEvent;

/// <summary>One side of a review wrote to the other.</summary>
/// <param name="IsAppeal">It objects to a decision, or answers that.</param>
[EventName("accounts.review-note-written.v1")]
public sealed record ReviewNoteWritten(string TenantId, string NoteId, string Text, bool ByPlatform, bool IsAppeal = false) : IEvent;

/// <summary>Name, brand, policies or trader data changed; read them anew.</summary>
[EventName("accounts.seller-profile-changed.v1")]
public sealed record SellerProfileChanged(string TenantId, string Name) : IEvent;
