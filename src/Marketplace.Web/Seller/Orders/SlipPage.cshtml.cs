using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Seller.Orders;

/// <summary>The paper that lies in the parcel: address, items, no prices.</summary>
public sealed class SlipPage(ISender sender) : PageModel
{
    public SellerOrderView Order { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        var order = await sender.Send(new GetSellerOrder(id), HttpContext.RequestAborted);
        if (!order.Ok) return this.Refused(order.Error);
        Order = order.Value;
        return Page();
    }
}
