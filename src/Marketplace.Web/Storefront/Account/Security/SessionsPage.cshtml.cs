using Marketplace.Accounts.Identity.Sessions;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Account.Security;

/// <summary>The devices with a session, and the way to end one from afar.</summary>
public sealed class SessionsPageModel(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public IReadOnlyList<MySession> Sessions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() is { } error ? this.Refused(error) : Page();

    public async Task<IActionResult> OnPostEndAsync(string? session) => await AfterAsync(
        await sender.Send(new EndSession(session ?? ""), HttpContext.RequestAborted), words["That device is signed out."]);

    public async Task<IActionResult> OnPostEndOthersAsync() => await AfterAsync(
        await sender.Send(new EndOtherSessions(), HttpContext.RequestAborted), words["All other devices are signed out."]);

    private async Task<IActionResult> AfterAsync(Result done, string said)
    {
        if (!done.Ok) return await ReadAsync() is { } error ? this.Refused(error) : this.Again(done.Error);
        this.Say(said);
        return RedirectToPage();
    }

    private async Task<Error?> ReadAsync()
    {
        var sessions = await sender.Send(new ListMySessions(), HttpContext.RequestAborted);
        if (sessions.Ok) Sessions = sessions.Value;
        return sessions.Error;
    }
}
