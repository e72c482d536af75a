using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Team;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Team;

public sealed class TeamModel(ISender sender, CurrentPerson current, IStringLocalizer<Words> words) : PageModel
{
    public TeamList Team { get; private set; } = null!;

    [BindProperty]
    public InviteInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() is { } error ? this.Refused(error) : Page();

    public async Task<IActionResult> OnPostInviteAsync() => await AfterAsync(
        await sender.Send(new InviteMember(Input.Email ?? "", Input.Role), HttpContext.RequestAborted),
        words["The invitation is on its way."]);

    public async Task<IActionResult> OnPostRoleAsync(string? personId, SellerRole role) => await AfterAsync(
        await sender.Send(new ChangeRole(personId ?? "", role), HttpContext.RequestAborted), words["The role is changed."]);

    public async Task<IActionResult> OnPostRemoveAsync(string? personId) => await AfterAsync(
        await sender.Send(new RemoveMember(personId ?? ""), HttpContext.RequestAborted), words["Removed from the team."]);

    public async Task<IActionResult> OnPostWithdrawAsync(string? invitationId) => await AfterAsync(
        await sender.Send(new WithdrawInvitation(invitationId ?? ""), HttpContext.RequestAborted),
        words["The invitation is withdrawn."]);

    public string? Me => current.Person?.PersonId;

    public string Root => "/seller/" + RouteData.Values["seller"];

    /// <summary>Ends one's own place; the next page is the account's, since the dashboard is closed from then on.</summary>
    public async Task<IActionResult> OnPostLeaveAsync()
    {
        var left = await sender.Send(new LeaveTeam(), HttpContext.RequestAborted);
        if (!left.Ok) return await AfterAsync(left, "");
        this.Say(words["You are no longer in the team."]);
        return LocalRedirect("/account");
    }

    private async Task<IActionResult> AfterAsync(Result result, string said)
    {
        if (result.Ok)
        {
            this.Say(said);
            return RedirectToPage();
        }

        return await ReadAsync() is { } error ? this.Refused(error) : this.Again(result.Error);
    }

    private async Task<Error?> ReadAsync()
    {
        var team = await sender.Send(new ListTeam(), HttpContext.RequestAborted);
        if (team.Ok) Team = team.Value;
        return team.Error;
    }

    public sealed class InviteInput
    {
        public string? Email { get; set; }
        public SellerRole Role { get; set; } = SellerRole.Orders;
    }
}
