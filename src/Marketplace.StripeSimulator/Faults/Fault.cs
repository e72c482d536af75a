using System.Text.Json.Serialization;

namespace Marketplace.StripeSimulator.Faults;

/// <summary>What can go wrong between a shop and Stripe.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
public enum FaultKind
{
    /// <summary>429 `rate_limit`; nothing happened.</summary>
    RateLimit,

    /// <summary>429 `lock_timeout`; nothing happened.</summary>
    LockTimeout,

    /// <summary>409: a request with this key is still in flight; nothing happened, nothing is remembered.</summary>
    Conflict,

    /// <summary>500 before anything happened.</summary>
    ErrorBefore,

    /// <summary>500 although it happened; the 500 is what the key remembers, as at Stripe.</summary>
    ErrorAfterCommit,

    /// <summary>502 from something in between: it happened, and a retry with the key gets the true answer.</summary>
    GatewayErrorAfterCommit,

    /// <summary>The connection breaks before anything happened.</summary>
    AbortBefore,

    /// <summary>The connection breaks after it happened; a retry with the key gets the true answer.</summary>
    AbortAfterCommit,

    /// <summary>
    /// It happened, but the answer takes <see cref="Fault.DelaySeconds"/>, then the connection breaks.
    /// </summary>
    TimeoutAfterCommit,

    /// <summary>Everything is right, but late.</summary>
    Slow,
}

/// <summary>A planned failure of the next matching requests.</summary>
/// <param name="Path">The beginning of the path, such as `/v1/transfers`; null matches every API request.</param>
/// <param name="Method">GET, POST or DELETE; null matches all.</param>
/// <param name="Count">How many matching requests fail.</param>
/// <param name="Skip">How many matching requests pass before that.</param>
public sealed record Fault(
    FaultKind Kind, string? Path = null, string? Method = null, int Count = 1, int Skip = 0, double DelaySeconds = 0);
