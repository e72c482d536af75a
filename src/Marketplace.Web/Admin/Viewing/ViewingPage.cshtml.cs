using Marketplace.Accounts.Identity.Staff;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Viewing;

/// <summary>Where the banner's button ends a view. There is nothing to see here.</summary>
public sealed class ViewingPage(ISender sender, CallerAccessor caller, IStringLocalizer<Words> words) : PageModel
{
    public IActionResult OnGet() =>
        caller.Caller.AdminPermissions is { Count: > 0 } ? LocalRedirect("/admin/sellers") : NotFound();

    public async Task<IActionResult> OnPostEndAsync()
    {
        var ended = await sender.Send(new EndView(), HttpContext.RequestAborted);
        if (ended.Error is { Kind: not Kernel.Results.ErrorKind.NotFound } error) return this.Refused(error);
        if (ended.Error is { Code: "access.not-found" } stranger) return this.Refused(stranger);
        this.Say(ended.Ok ? words["You no longer look at the shop."] : words["The time was up already."], Tone.Good);
        return LocalRedirect("/admin/sellers");
    }
}
