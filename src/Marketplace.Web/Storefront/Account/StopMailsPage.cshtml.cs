using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Storefront.Account;

/// <summary>
/// The link at the foot of a mail. Opening it changes nothing, since mail programs open links by themselves; one click
/// does, and so does the mail program's own button (RFC 8058), which posts here without a token.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class StopMailsPageModel(ISender sender) : PageModel
{
    public MailTopic Topic { get; private set; }

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token)
    {
        var read = await sender.Send(new ReadStopLink(token), HttpContext.RequestAborted);
        if (!read.Ok) return this.Refused(read.Error);
        Topic = read.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        var done = await sender.Send(new StopMails(token), HttpContext.RequestAborted);
        if (!done.Ok) return this.Refused(done.Error);
        (Topic, IsDone) = (done.Value, true);
        return Page();
    }
}
