using Marketplace.Accounts.Identity;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.People;

/// <summary>Takes the link that shows a new mail address to be theirs; opening it changes nothing.</summary>
[EnableRateLimiting(RateLimits.Login)]
public sealed class NewAddressModel(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public bool IsSpent { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        var done = await sender.Send(new ConfirmNewEmail(token), HttpContext.RequestAborted);
        if (!done.Ok)
        {
            IsSpent = true;
            return this.Again(done.Error);
        }

        this.Say(words["Your new mail address is in use. Log in with it from now on."]);
        return LocalRedirect("/account/details");
    }
}
