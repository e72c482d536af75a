using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Storefront.Orders;

/// <summary>All orders of the account, newest first.</summary>
public sealed class MyOrdersPage(ISender sender) : PageModel
{
    public BuyerOrderPage Orders { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? after)
    {
        var orders = await sender.Send(new ListBuyerOrders(after), HttpContext.RequestAborted);
        if (!orders.Ok) return this.Refused(orders.Error);
        Orders = orders.Value;
        return Page();
    }
}
