using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Health;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Seller.Health;

/// <summary>How a shop stands by the numbers that all shops are measured by, and the orders behind each.</summary>
public sealed class HealthPage(ISender sender, CallerAccessor caller) : PageModel
{
    public HealthView Health { get; private set; } = null!;

    /// <summary>Null for those whose role does not see orders.</summary>
    public IReadOnlyList<FaultyOrder>? Orders { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var found = await sender.Send(new GetMyHealth(), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        Health = found.Value;
        if (caller.Caller.SellerPermissions?.Contains(SellerPermissions.Orders) == true)
            Orders = (await sender.Send(new ListMyFaults(Health.SinceUtc), HttpContext.RequestAborted)).Value;
        return Page();
    }
}
