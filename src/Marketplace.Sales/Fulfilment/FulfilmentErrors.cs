using Marketplace.Kernel.Results;

namespace Marketplace.Sales.Fulfilment;

public static class FulfilmentErrors
{
    public static readonly Error NoSuchOrder = Error.NotFound("order.not-found", "There is no such order.");

    public static readonly Error WrongState = Error.Conflict(
        "order.wrong-state", "The order is no longer in a state that allows this. Look at it again.");

    public static readonly Error CancellationOpen = Error.Conflict(
        "order.cancellation-open", "The buyer asks to cancel. Cancel it, or say why you ship it all the same; then ship.");

    public static readonly Error WrongQuantity = Error.InvalidField(
        "order.wrong-quantity", "Lines", "Choose at least one item, and no more of each than is still open.");

    public static readonly Error OtherCountry = Error.Refused(
        "order.other-country",
        "The country and the state stay as they are: tax and delivery were paid for them. Cancel the order and let the buyer order anew.");

    public static readonly Error NoSuchCarrier = Error.InvalidField(
        "order.no-carrier", "CarrierCode", "Choose a carrier from the list.");

    public static readonly Error NothingToRefund = Error.Conflict(
        "order.nothing-to-refund", "There is nothing left to pay back, or the money has gone to the seller already.");
}
