using System.Globalization;
using Marketplace.Accounts.Identity.External;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Identity;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Marketplace.Web.Storefront.People;

/// <summary>Where people come back from Google: what it said lies in a sealed cookie, nothing in the address counts.</summary>
[EnableRateLimiting(RateLimits.Login)]
public sealed class ExternalModel(ISender sender, GuestCookie guests) : PageModel
{
    public bool MustLink { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? returnUrl)
    {
        var done = await sender.Send(
            new SignInExternally(Remember: false, guests.Read(HttpContext), CultureInfo.CurrentUICulture.Name),
            HttpContext.RequestAborted);
        if (!done.Ok) return this.Again(done.Error);
        var onward = LocalUrl.Or(returnUrl, "/account");
        switch (done.Value)
        {
            case ExternalStep.Done: return LocalRedirect(onward);
            case ExternalStep.SecondFactor: return LocalRedirect("/login/second?returnUrl=" + Uri.EscapeDataString(onward));
            case ExternalStep.LinkFirst:
            default:
                MustLink = true;
                return Page();
        }
    }
}
