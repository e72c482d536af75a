namespace Marketplace.Accounts.Sellers.Contracts;

public enum SellerState
{
    /// <summary>Fills the checklist.</summary>
    Applying,
    InReview,
    /// <summary>The reviewer asked for something; the seller submits again.</summary>
    ChangesRequested,
    Approved,
    Rejected,
    /// <summary>Sells nothing, but still ships and answers for what was sold.</summary>
    Suspended,
    Closed,
}
