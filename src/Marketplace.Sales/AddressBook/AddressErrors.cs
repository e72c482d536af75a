using Marketplace.Kernel.Results;

namespace Marketplace.Sales.AddressBook;

public static class AddressErrors
{
    public static readonly Error NotFound = Error.NotFound("address.not-found", "This address is not in your address book.");

    public static readonly Error Full = Error.Refused(
        "address.full", "An address book holds 20 addresses. Remove one that you no longer use.");
}
