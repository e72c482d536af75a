namespace Marketplace.Money.Reconciliation.Contracts;

public enum BalanceEntryState
{
    /// <summary>Its journal is booked.</summary>
    Booked,
    /// <summary>It is ours, and its journal will come: a webhook not yet processed, a refund not yet confirmed.</summary>
    Awaiting,
    /// <summary>Nobody knows what it is; booked as unexplained until a person says.</summary>
    Unknown,
    /// <summary>A person said what it was.</summary>
    Explained,
}

public enum DifferenceReason
{
    /// <summary>Stripe tells of it, the ledger does not yet.</summary>
    NotBooked,
    /// <summary>The ledger tells of it, Stripe does not.</summary>
    NotAtStripe,
    /// <summary>Both tell of it, with different amounts.</summary>
    OtherAmount,
    /// <summary>Stripe's balance is not the sum of the movements it told of.</summary>
    NotTold,
    /// <summary>A seller's account at Stripe holds more or less than its transfers and payouts say.</summary>
    SellerAccount,
}
