using Marketplace.Accounts.Identity.External;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Account.Security;

/// <summary>Where Google sends back whoever wants to join the two accounts; the answer stands on the overview.</summary>
public sealed class LinkPageModel(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        var linked = await sender.Send(new LinkExternal(), HttpContext.RequestAborted);
        if (linked.Error is { Kind: Kernel.Results.ErrorKind.Forbidden or Kernel.Results.ErrorKind.Unauthenticated } first)
            return this.Refused(first);
        this.Say(
            linked.Ok ? words["Your Google account is linked."] : words.Refusal(linked.Error.Message),
            linked.Ok ? Tone.Good : Tone.Warn);
        return LocalRedirect("/account/security");
    }
}
