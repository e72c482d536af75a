using System.Text.Json.Serialization;

namespace Marketplace.StripeSimulator.Webhooks;

/// <summary>How an event reaches a shop, besides the way one would hope for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WebhookMode>))]
public enum WebhookMode
{
    /// <summary>The same event twice.</summary>
    Duplicate,

    /// <summary>Two events with different ids about the same change.</summary>
    TwoEventIds,

    /// <summary>The next <see cref="WebhookRule.Count"/> events are held, then sent last first.</summary>
    Reorder,

    /// <summary>Later by <see cref="WebhookRule.DelaySeconds"/> on the simulator's clock.</summary>
    Delay,

    /// <summary>Never sent; the events API still lists it.</summary>
    Drop,

    /// <summary>Signed with a secret nobody knows; Stripe's retry comes with the right one.</summary>
    WrongSecret,

    /// <summary>Written in an API version of another release train.</summary>
    OldApiVersion,
}

/// <summary>What happens to the next matching events.</summary>
/// <param name="Type">An event type, such as `charge.refunded`; null matches all.</param>
public sealed record WebhookRule(WebhookMode Mode, string? Type = null, int Count = 1, double DelaySeconds = 0);
