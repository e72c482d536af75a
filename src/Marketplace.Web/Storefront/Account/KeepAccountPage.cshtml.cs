using Marketplace.Accounts.Identity.Privacy;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Storefront.Account;

/// <summary>The link of the goodbye mail. Opening it changes nothing, since mail programs open links; its button does.</summary>
public sealed class KeepAccountPageModel(ISender sender) : PageModel
{
    public bool IsKept { get; private set; }

    public void OnGet(string token) => _ = token;

    public async Task<IActionResult> OnPostAsync(string token)
    {
        var kept = await sender.Send(new KeepAccount(token), HttpContext.RequestAborted);
        if (!kept.Ok) return this.Again(kept.Error);
        IsKept = true;
        return Page();
    }
}
