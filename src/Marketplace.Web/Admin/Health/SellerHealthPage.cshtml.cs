using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Health;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Admin.Health;

/// <summary>One shop's numbers and the orders behind them, as its seller sees them.</summary>
public sealed class SellerHealthPage(ISender sender, CallerAccessor caller) : PageModel
{
    public HealthView Health { get; private set; } = null!;

    public IReadOnlyList<FaultyOrder>? Orders { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        var found = await sender.Send(new GetHealthOfSeller(id), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        Health = found.Value;
        if (caller.Caller.AdminPermissions?.Contains(AdminPermissions.Orders) == true)
            Orders = (await sender.Send(new ListFaultsOfSeller(id, Health.SinceUtc), HttpContext.RequestAborted)).Value;
        return Page();
    }
}
