using Marketplace.Kernel.Results;
using Marketplace.Sales.Model;

namespace Marketplace.Sales.Cart;

public static class CartErrors
{
    public static readonly Error NotForSale = Error.Refused("cart.not-for-sale", "This is not for sale at the moment.");

    public static readonly Error SoldOut = Error.Refused("cart.sold-out", "The last one was just sold.");

    public static readonly Error NotInCurrency = Error.Refused(
        "cart.not-in-currency", "This shop does not sell it in your currency. Choose another currency at the top of the page.");

    public static readonly Error NoSuchLine = Error.NotFound("cart.no-line", "This is not in your basket any more.");

    public static readonly Error TooManyLines = Error.Refused(
        "cart.too-many-lines",
        $"A basket holds at most {BuyerCart.MostLines} different items. Order these first, then go on.");

    public static readonly Error TooManySellers = Error.Refused(
        "cart.too-many-sellers",
        $"A basket holds items of at most {BuyerCart.MostSellers} shops. Order these first, then go on.");

    public static Error NoMore(int available) => Error.Refused(
        "cart.no-more", available == 1
            ? "There is only one left, and it is in your basket."
            : $"There are only {available} left, and they are in your basket.");
}
