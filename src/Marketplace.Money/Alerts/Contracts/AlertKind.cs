namespace Marketplace.Money.Alerts.Contracts;

/// <summary>What a person has to look at.</summary>
public enum AlertKind
{
    /// <summary>Money moved at Stripe and nobody knows why. The reference is the movement's id.</summary>
    UnknownMovement,
    /// <summary>Money went back to a buyer by Stripe's own pages. The reference is the refund's id.</summary>
    OutsideRefund,
    /// <summary>A seller owes what was refunded after its transfer. The reference is the refund's id.</summary>
    OwedBySeller,
    /// <summary>A seller's bank sent a payout back. The reference is the payout's id.</summary>
    PayoutFailed,
    /// <summary>A share is held almost as long as is allowed. The reference is the part's id.</summary>
    HoldLimit,
    /// <summary>Ledger and Stripe do not agree. The reference is the account and the currency.</summary>
    Difference,
}
