namespace Marketplace.Accounts.Hooks.Contracts;

public enum HookState
{
    On,
    /// <summary>Switched off by its shop.</summary>
    Off,
    /// <summary>Switched off because it failed for days, or said that it is gone.</summary>
    Failed,
}

public enum HookDeliveryState
{
    /// <summary>On its way: due now, or again later.</summary>
    Waiting,
    Delivered,
    /// <summary>Tried for days, or its webhook is off; only a replay sends it again.</summary>
    GivenUp,
}

/// <summary>Why there was no answer.</summary>
public enum HookFailure
{
    /// <summary>The address does not lie in the open internet.</summary>
    ClosedAddress,
    Unreachable,
    TooSlow,
    /// <summary>The platform has lost the key that its secret was sealed with; a new secret mends it.</summary>
    NoSecret,
}

/// <param name="Status">What the receiver answered; null when it did not.</param>
/// <param name="Answer">The beginning of its answer.</param>
public sealed record HookAttempt(DateTime AtUtc, int? Status, HookFailure? Failure, int Milliseconds, string Answer)
{
    public const int LongestAnswer = 1024;

    public bool Succeeded => Status is >= 200 and < 300;
}
