using Marketplace.Kernel.Results;

namespace Marketplace.Money.Payments.Contracts;

/// <summary>Stripe's two kinds of endpoint, each with a secret of its own.</summary>
public enum WebhookEndpoint
{
    /// <summary>Events of the platform's own account.</summary>
    Platform,
    /// <summary>Events of the sellers' accounts.</summary>
    Connect,
}

/// <summary>
/// Tells real webhooks from others. Fails with <c>webhook.signature</c> (missing, wrong, too old, changed body),
/// <c>webhook.too-large</c>, <c>webhook.unreadable</c> or <c>webhook.wrong-place</c> (test event at a live platform,
/// or a seller's event at the platform's endpoint).
/// </summary>
public interface IWebhookReader
{
    Result<InboundEvent> Read(WebhookEndpoint endpoint, string raw, string? signature);
}

/// <summary>Only ids: what the event says of its object may be old, so the object is fetched anew.</summary>
/// <param name="Account">The seller's account; empty for the platform's own.</param>
/// <param name="ObjectState">A digest of the object as the event tells it: two events of one change have the same.</param>
/// <param name="OrderId">As the object's metadata say.</param>
public sealed record InboundEvent(
    string Id, string Account, string Type, string ObjectId, string ObjectState, string ApiVersion, string? OrderId,
    string? RefundId);
