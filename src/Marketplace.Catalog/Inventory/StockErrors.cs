using Marketplace.Kernel.Results;

namespace Marketplace.Catalog.Inventory;

internal static class StockErrors
{
    public static readonly Error NotHeld = Error.Conflict(
        "stock.not-held", "This order holds no stock any more. Reserve it again before it is sold.");

    public static readonly Error NotSold = Error.Conflict(
        "stock.not-sold", "More units were to come back than this order bought and has not yet returned.");

    public static readonly Error NoSuchOffer = Error.NotFound("stock.no-such-offer", "There is no such variant among your listings.");

    public static readonly Error NoSuchLocation = Error.NotFound("stock.no-such-location", "You have no such location.");

    public static Error TooFew(int free) => Error.Conflict(
        "stock.too-few", $"Only {free} of these units are free; the others are held for orders that are being paid.");

    public static readonly Error ClosedLocation = Error.Conflict(
        "stock.closed-location", "This location is closed. Open it again, or choose another one.");

    public static readonly Error NameTaken = Error.InvalidField(
        "stock.location-name-taken", "Name", "You have another location of this name.");

    public static readonly Error LocationInUse = Error.Conflict(
        "stock.location-in-use", "There are still goods here. Move them to another location first.");

    public static readonly Error TooManyLocations = Error.Conflict(
        "stock.too-many-locations", "A seller has at most 50 locations. Close or rename one instead.");
}
