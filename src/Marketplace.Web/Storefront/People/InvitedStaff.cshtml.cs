using Marketplace.Accounts.Identity.Staff;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.People;

/// <summary>An invitation to the platform's staff.</summary>
public sealed class InvitedStaffModel(ISender sender, CurrentPerson current, IStringLocalizer<Words> words) : PageModel
{
    public OfferedStaffPlace Offered { get; private set; } = null!;

    public bool IsSignedIn => current.Person is not null;

    public async Task<IActionResult> OnGetAsync(string token) =>
        await ReadAsync(token) is { } error ? this.Refused(error) : Page();

    public async Task<IActionResult> OnPostAsync(string token)
    {
        var taken = await sender.Send(new AcceptStaffInvitation(token), HttpContext.RequestAborted);
        if (!taken.Ok) return await ReadAsync(token) is { } error ? this.Refused(error) : this.Again(taken.Error);
        this.Say(words["You are on the staff."]);
        return LocalRedirect("/admin");
    }

    private async Task<Error?> ReadAsync(string token)
    {
        var offered = await sender.Send(new GetStaffInvitation(token), HttpContext.RequestAborted);
        if (offered.Ok) Offered = offered.Value;
        return offered.Error;
    }
}
