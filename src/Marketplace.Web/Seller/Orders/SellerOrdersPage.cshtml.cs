using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Orders;

/// <summary>The seller's orders by what is to be done with them.</summary>
public sealed class SellerOrdersPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public SellerOrderTab Tab { get; private set; }

    public string? Search { get; private set; }

    public SellerOrderPage Orders { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? tab, string? q, string? after)
    {
        Search = q;
        Tab = Enum.TryParse<SellerOrderTab>(tab, true, out var known) ? known : q is null ? SellerOrderTab.New : SellerOrderTab.All;
        var orders = await sender.Send(new ListSellerOrders(Tab, q, after), HttpContext.RequestAborted);
        if (!orders.Ok) return this.Refused(orders.Error);
        Orders = orders.Value;
        return Page();
    }

    /// <summary>Accepts all that were ticked; each is its own message, so that one refusal does not stop the others.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(string seller, string[] pick)
    {
        var accepted = 0;
        foreach (var id in pick.Take(100))
            if ((await sender.Send(new AcceptOrder(id), HttpContext.RequestAborted)).Ok) accepted++;
        this.Say(
            words.Count(accepted, "{0} order accepted.", "{0} orders accepted."), accepted == pick.Length ? Tone.Good : Tone.Warn);
        return LocalRedirect($"/seller/{seller}/orders");
    }
}
