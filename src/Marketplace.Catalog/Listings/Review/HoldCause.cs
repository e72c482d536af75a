namespace Marketplace.Catalog.Listings.Review;

/// <summary>Whose publications the marketplace looks at before buyers see them.</summary>
public enum ReviewMode
{
    Never,
    /// <summary>While a shop has published fewer than as many as the rules say.</summary>
    NewShops,
    Always,
}

public enum SubmissionState
{
    /// <summary>In the queue; buyers see the publication before it, if there was one.</summary>
    Waiting,
    Approved,
    Rejected,
    /// <summary>The marketplace took it off sale and has not been asked again.</summary>
    TakenDown,
}

public enum HoldReason
{
    EveryListing,
    NewShop,
    WatchedWord,
    WasTakenDown,
}

/// <param name="Word">The watched word that was found.</param>
public sealed record HoldCause(HoldReason Reason, string Word = "");
