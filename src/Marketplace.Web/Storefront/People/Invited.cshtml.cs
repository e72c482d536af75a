using Marketplace.Accounts.Identity.Team;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.People;

public sealed class InvitedModel(ISender sender, CurrentPerson current, IStringLocalizer<Words> words) : PageModel
{
    public OfferedPlace Offered { get; private set; } = null!;

    public bool IsSignedIn => current.Person is not null;

    public async Task<IActionResult> OnGetAsync(string token)
    {
        var offered = await sender.Send(new GetInvitation(token), HttpContext.RequestAborted);
        if (!offered.Ok) return this.Refused(offered.Error);
        Offered = offered.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        var taken = await sender.Send(new AcceptInvitation(token), HttpContext.RequestAborted);
        if (!taken.Ok) return this.Refused(taken.Error);
        this.Say(words["You are in the team."]);
        return LocalRedirect("/seller/" + taken.Value.SellerSlug);
    }
}
