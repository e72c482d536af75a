using Marketplace.Kernel.Outbox;

namespace Marketplace.Accounts.Identity.Contracts;

/// <summary>
/// A person has shown that a mail address is theirs: earlier guest orders under it may become theirs.
/// </summary>
[EventName("accounts.email-confirmed.v1")]
public sealed record EmailConfirmed(string PersonId, string BuyerId, string Email) : IEvent;

/// <summary>Somebody asked for a new password, known or not; what follows happens out of their sight.</summary>
[EventName("accounts.password-reset-requested.v1")]
public sealed record PasswordResetRequested(string RequestId, string Email) : IEvent;
