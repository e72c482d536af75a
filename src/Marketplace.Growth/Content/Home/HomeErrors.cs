using Marketplace.Kernel.Results;

namespace Marketplace.Growth.Content.Home;

/// <summary>The refusals of what stands on the home page.</summary>
public static class HomeErrors
{
    public static readonly Error NoBanner = Error.NotFound("home.no-banner", "There is no such banner.");

    public static readonly Error Changed = Error.Conflict(
        "home.changed", "Somebody else has changed this meanwhile. Look at it again, then repeat your change.");

    public static readonly Error Full = Error.Refused(
        "home.full", "There are 50 banners already. Remove one that is over.");

    public static readonly Error NoBlock = Error.InvalidField(
        "home.no-block", "Order", "One of these blocks is not there any more. Look at the list again.");

    public static readonly Error NoCategory = Error.InvalidField(
        "collection.no-category", "Category", "There is no such category.");

    public static readonly Error NoShop = Error.InvalidField(
        "collection.no-shop", "Shop", "There is no shop at this address.");

    public static readonly Error InUse = Error.Conflict(
        "collection.in-use", "It stands in the menu. Take it out of there first.");
}
