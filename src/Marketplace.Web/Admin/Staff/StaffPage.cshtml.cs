using Marketplace.Accounts.Identity.Contracts;
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

namespace Marketplace.Web.Admin.Staff;

/// <summary>Who runs the platform, and what each may do.</summary>
public sealed class StaffPage(ISender sender, CurrentPerson current, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public StaffInput Input { get; set; } = new();

    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];

    public IReadOnlyList<OpenStaffInvitation> Invitations { get; private set; } = [];

    public string? Me => current.Person?.PersonId;

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() is { } error ? this.Refused(error) : Page();

    public async Task<IActionResult> OnPostInviteAsync() => await AfterAsync(
        await sender.Send(new InviteStaff((Input.Email ?? "").Trim(), Input.Role), HttpContext.RequestAborted),
        words["The invitation is on its way."]);

    public async Task<IActionResult> OnPostWithdrawAsync(string? invitationId) => await AfterAsync(
        await sender.Send(new WithdrawStaffInvitation(invitationId ?? ""), HttpContext.RequestAborted),
        words["The invitation is withdrawn."]);

    public async Task<IActionResult> OnPostRoleAsync(string? email, AdminRole? role) => await AfterAsync(
        role is null ? NoRole : await sender.Send(new SetStaffRole(email ?? "", role), HttpContext.RequestAborted),
        words["The role is changed."]);

    public async Task<IActionResult> OnPostRemoveAsync(string? email) => await AfterAsync(
        await sender.Send(new SetStaffRole(email ?? "", null), HttpContext.RequestAborted), words["No longer on the staff."]);

    public async Task<IActionResult> OnPostDisableAsync(string? personId, bool disabled, string? reason) => await AfterAsync(
        await sender.Send(new DisablePerson(personId ?? "", disabled, reason ?? ""), HttpContext.RequestAborted),
        disabled ? words["Blocked: every session has ended."] : words["May sign in again."]);

    /// <summary>Ends one's own place; the next page is the shop's, since the console is closed from then on.</summary>
    public async Task<IActionResult> OnPostLeaveAsync()
    {
        var done = await sender.Send(new SetStaffRole(current.Person?.Email ?? "", null), HttpContext.RequestAborted);
        if (!done.Ok) return await AfterAsync(done, "");
        this.Say(words["You are no longer on the staff."]);
        return LocalRedirect("/account");
    }

    private static Result NoRole => Error.Invalid("staff.no-role", "Choose a role.");

    private async Task<IActionResult> AfterAsync(Result done, string said)
    {
        if (!done.Ok) return await ReadAsync() is { } error ? this.Refused(error) : this.Again(done.Error);
        this.Say(said);
        return RedirectToPage();
    }

    private async Task<Error?> ReadAsync()
    {
        var staff = await sender.Send(new ListStaff(), HttpContext.RequestAborted);
        if (!staff.Ok) return staff.Error;
        Staff = staff.Value;
        var open = await sender.Send(new ListStaffInvitations(), HttpContext.RequestAborted);
        Invitations = open.Value ?? [];
        return open.Error;
    }
}

public sealed class StaffInput
{
    public string? Email { get; set; }
    public AdminRole Role { get; set; } = AdminRole.Support;
}
