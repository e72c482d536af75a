using Marketplace.Kernel.Results;

namespace Marketplace.Sales.Shipping;

public static class ShippingErrors
{
    public static readonly Error NoSuchZone = Error.NotFound("shipping.no-zone", "This shipping zone is not there any more.");

    public static readonly Error NoSuchMethod =
        Error.NotFound("shipping.no-method", "This delivery method is not there any more.");

    public static readonly Error TooMany = Error.Refused(
        "shipping.too-many", "A shop has at most 20 zones, and a zone at most 10 delivery methods.");

    public static readonly Error PlaceTaken = Error.InvalidField(
        "shipping.place-taken", "Places", "Another zone already names one of these places; a place belongs to one zone.");

    public static readonly Error NoSuchCarrier = Error.InvalidField(
        "shipping.no-carrier", "CarrierCode", "Choose a carrier from the list.");

    public static readonly Error NoDays = Error.InvalidField(
        "shipping.no-days", "TransitDaysMin", "Say how many working days a parcel travels, or choose a carrier whose days we know.");
}
