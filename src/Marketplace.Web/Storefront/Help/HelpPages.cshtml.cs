using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Web.Shared.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Marketplace.Web.Storefront.Help;

/// <summary>Short answers with the platform's real numbers in them.</summary>
[OutputCache(PolicyName = ShopCache.Name)]
public sealed class HelpPagesModel(ISettings settings) : PageModel
{
    public string Topic { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string SupportEmail { get; private set; } = "";

    public int HoldDays { get; private set; }

    public int AcceptHours { get; private set; }

    public int ShipGraceDays { get; private set; }

    public async Task<IActionResult> OnGetAsync(string topic)
    {
        var title = topic switch
        {
            "returns" => "Returns and protection",
            "shipping" => "Shipping",
            "contact" => "Contact",
            _ => null,
        };
        if (title is null) return NotFound();
        var now = await settings.GetAsync(HttpContext.RequestAborted);
        (Topic, Title, SupportEmail) = (topic, title, now.SupportEmail);
        (HoldDays, AcceptHours, ShipGraceDays) = (now.HoldDays, now.AcceptHours, now.ShipGraceDays);
        return Page();
    }
}
