namespace Marketplace.Accounts.Sellers.Contracts;

/// <summary>
/// One line of the checklist that a seller fills before review. Contexts to the right register more of them as
/// scoped services. Read with PlatformDb: an admin asks too.
/// </summary>
public interface ISellerRequirement
{
    /// <summary>One of <see cref="SellerRequirements"/>; names its text and its page.</summary>
    string Key { get; }

    /// <summary>False leaves it off the list: nothing is asked that nobody could do.</summary>
    Task<bool> AppliesAsync(string tenantId, CancellationToken cancellation) => Task.FromResult(true);

    Task<bool> IsMetAsync(string tenantId, CancellationToken cancellation);
}

/// <summary>The keys, in the order of the checklist.</summary>
public static class SellerRequirements
{
    public const string Plan = "plan";
    public const string Profile = "profile";
    public const string Address = "address";
    public const string Terms = "terms";
    public const string PayoutAccount = "payout-account";
    public const string Shipping = "shipping";
    public const string FirstListing = "first-listing";

    public static IReadOnlyList<string> Order { get; } =
        [Plan, Profile, Address, Terms, PayoutAccount, Shipping, FirstListing];
}
