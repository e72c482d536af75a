using Marketplace.Kernel.Results;

namespace Marketplace.Catalog.Listings;

internal static class ListingErrors
{
    public static readonly Error NotFound = Error.NotFound("listing.not-found", "There is no such listing.");

    public static readonly Error Changed = Error.Conflict(
        "listing.changed", "Somebody else saved this listing meanwhile. Open it again, then repeat your change.");

    public static readonly Error RowChanged = Error.Conflict(
        "listing.row-changed", "Somebody else changed this row meanwhile. Look at it, then save again.");

    public static readonly Error NotShown = Error.NotFound(
        "listing.not-shown", "This product is not on sale any more.");

    public static readonly Error TakenDown = Error.Conflict(
        "listing.taken-down", "The marketplace took this listing off sale. Mend what it says, then publish it to be looked at again.");

    public static readonly Error NotWaiting = Error.Conflict(
        "listing.not-waiting", "Nothing of this listing waits any more: somebody decided already, or the seller sent it anew. Look again.");

    public static readonly Error NotOnSale = Error.Conflict("listing.not-on-sale", "Buyers do not see this listing now.");

    public static Error PlanFull(int maximum) => Error.Refused(
        "listing.plan-full", $"Your plan has room for {maximum} listings on sale. Pause one, or choose another plan under Open your shop.");

    public static Error WrongState(string wanted) => Error.Conflict(
        "listing.wrong-state", $"In its present state this listing cannot be {wanted}.");

    public static Error Field(string code, string field, string message) => Error.InvalidField(code, field, message);

    public static Error NotReady(IReadOnlyDictionary<string, string[]> fields) => new(
        "listing.not-ready", "A few things are missing before buyers can see this listing.", ErrorKind.Invalid, fields);
}
