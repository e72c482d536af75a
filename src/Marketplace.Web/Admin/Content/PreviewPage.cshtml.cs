using Marketplace.Growth.Content;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Storefront;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Admin.Content;

/// <summary>The home page as it will look at a moment, for staff.</summary>
public sealed class PreviewPage(ISender sender, HomeFiller filler, DisplayClock clock) : PageModel
{
    public HomeFill Fill { get; private set; } = null!;

    public DateTime AtUtc { get; private set; }

    public string Typed => FormDate.Type(AtUtc, clock)!;

    public async Task<IActionResult> OnGetAsync(string? at)
    {
        AtUtc = clock.Instant(at) ?? clock.UtcNow;
        var home = await sender.Send(new PreviewHomePage(AtUtc), HttpContext.RequestAborted);
        if (!home.Ok) return this.Refused(home.Error);
        Fill = await filler.FillAsync(home.Value, HttpContext.RequestAborted);
        return Page();
    }
}
