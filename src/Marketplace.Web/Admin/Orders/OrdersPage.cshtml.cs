using Marketplace.Sales.Contracts;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Admin.Orders;

/// <summary>All orders of the platform.</summary>
public sealed class OrdersPage(ISender sender) : PageModel
{
    public OrderState? State { get; private set; }

    public string? Search { get; private set; }

    public AdminOrderPage Orders { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? state, string? q, string? after)
    {
        (State, Search) = (Enum.TryParse<OrderState>(state, true, out var known) ? known : null, q);
        var orders = await sender.Send(new ListOrders(State, q, after), HttpContext.RequestAborted);
        if (!orders.Ok) return this.Refused(orders.Error);
        Orders = orders.Value;
        return Page();
    }
}
