using Marketplace.Kernel.Results;

namespace Marketplace.Accounts.Settings.Contracts;

/// <summary>What an operator can switch off, or on for some only. A new one begins switched on.</summary>
public enum Feature
{
    /// <summary>A seller buys from itself in a world of its own.</summary>
    Practice,

    /// <summary>Buyers ask about a listing and everybody reads the answer. Answered questions stay to be read.</summary>
    Questions,
}

public enum FeatureState
{
    On,
    Off,

    /// <summary>For the sellers named and for a part of the buyers.</summary>
    Some,
}

/// <summary>Whether a feature is on for somebody, from memory: a change reaches every process within five seconds.</summary>
public interface IFeatures
{
    /// <param name="sellerId">Whose shop it is about; null where it is about none.</param>
    /// <param name="buyerId">Null for visitors without one: a part of the buyers never means them.</param>
    ValueTask<bool> IsOnAsync(Feature feature, string? sellerId, string? buyerId, CancellationToken cancellation);
}

public static class FeatureErrors
{
    public static readonly Error Off = Error.NotFound("feature.off", "This is switched off at the moment.");

    public static readonly Error Changed = Error.Conflict(
        "feature.changed", "Somebody else has switched this meanwhile. Look at it again, then repeat your change.");

    public static Error NoSeller(string slug) => Error.InvalidField(
        "feature.no-seller", "Sellers", $"“{slug}” is no shop of this marketplace.");
}
