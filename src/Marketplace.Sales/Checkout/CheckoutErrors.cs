using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;

namespace Marketplace.Sales.Checkout;

public static class CheckoutErrors
{
    public const string ItemsUnavailableCode = "checkout.items-unavailable";
    public const string TotalChangedCode = "checkout.total-changed";
    public const string AlreadyOpenCode = "checkout.already-open";

    public static readonly Error EmptyCart = Error.Refused("checkout.empty-cart", "Your basket is empty.");

    public static readonly Error NoSuchOrder = Error.NotFound("checkout.no-order", "There is no such order.");

    public static readonly Error NotPayable = Error.Conflict(
        "checkout.not-payable", "This order can no longer be paid. Your basket still holds everything; start again from there.");

    public static readonly Error StillProcessing = Error.Conflict(
        "checkout.processing", "Your bank is still working on the payment. We write to you as soon as it is through.");

    /// <summary>The buyer saw another total than the one of now: shown again before anything is charged.</summary>
    public static Error TotalChanged(Amount now) => new(
        TotalChangedCode, $"Prices or delivery changed meanwhile: the total is now {now}. Nothing has been charged.",
        ErrorKind.Conflict);

    /// <summary>The fields name the offers that cannot be bought as wanted, with how many are left.</summary>
    public static Error ItemsUnavailable(IEnumerable<(string OfferId, int Left)> offers) => new(
        ItemsUnavailableCode, "Some items are not available as you want them. Nothing has been charged.", ErrorKind.Conflict,
        offers.ToDictionary(o => o.OfferId, o => new[] { o.Left.ToString(System.Globalization.CultureInfo.InvariantCulture) }));

    /// <summary>A payment page for another version of this cart is open: it is closed first.</summary>
    public static Error AlreadyOpen(string orderId) => new(
        AlreadyOpenCode, "A payment for this basket is open in another window.", ErrorKind.Conflict,
        new Dictionary<string, string[]> { ["OrderId"] = [orderId] });

    public static Error BelowMinimum(Amount least) => Error.Refused(
        "checkout.below-minimum", $"A payment in this currency is at least {least}. Add something small to your basket.");
}
