using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Contracts;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Storefront.Checkout;

/// <summary>
/// Where the payment page leads back to. Paid: on to the order's own page. Not yet known: asks again by itself, and
/// says that closing the window does no harm.
/// </summary>
public sealed class ReturnPage(ISender sender) : PageModel
{
    public OrderState State { get; private set; }

    public Error? Trouble { get; private set; }

    /// <summary>Then there is no basket here to go back to.</summary>
    public bool ByLink { get; private set; }

    public static string Address(string orderId) => "/checkout/return?order=" + Ids.Public("ord", orderId);

    public static string AddressByLink(string token) => "/checkout/return?link=" + token;

    /// <param name="link">Instead of the order's id: for a browser that does not know the cart, since a program filled it.</param>
    public async Task<IActionResult> OnGetAsync(string? order, string? link)
    {
        var id = Ids.FromPublic("ord", order);
        if (id is null && link is not { Length: > 0 }) return this.Refused(CheckoutErrors.NoSuchOrder);
        ByLink = id is null;
        var confirmed = id is null
            ? await sender.Send(new ConfirmPaymentByLink(link!), HttpContext.RequestAborted)
            : await sender.Send(new ConfirmPayment(id), HttpContext.RequestAborted);
        if (!confirmed.Ok)
        {
            if (confirmed.Error.Kind != ErrorKind.Unavailable) return this.Refused(confirmed.Error);
            Trouble = confirmed.Error;
            return Page();
        }

        State = confirmed.Value.State;
        return State == OrderState.Placed ? LocalRedirect($"/orders/{confirmed.Value.LinkToken}?placed") : Page();
    }
}
