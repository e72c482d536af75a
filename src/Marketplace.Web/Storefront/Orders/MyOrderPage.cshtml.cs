using Marketplace.Kernel.Values;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Storefront.Orders;

/// <summary>One order of the account; its buttons post to the order's own page.</summary>
public sealed class MyOrderPage(ISender sender) : PageModel
{
    public OrderView Order { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string order)
    {
        if (Ids.FromPublic("ord", order) is not { } id) return this.Refused(CheckoutErrors.NoSuchOrder);
        var found = await sender.Send(new GetBuyerOrder(id), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        if (found.Value.State != OrderState.Placed) return LocalRedirect(Checkout.ReturnPage.Address(id));
        Order = found.Value;
        return Page();
    }
}
