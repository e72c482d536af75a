using Marketplace.Accounts.Mailing;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Mail;

/// <summary>Every mail of the platform: sent, on its way or given up; one of them open beside the list.</summary>
public sealed class MailPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public static readonly IReadOnlyList<string> States = ["Waiting", "Sent", "Dead"];

    public string? State { get; private set; }

    public string? To { get; private set; }

    public MailList Mails { get; private set; } = null!;

    public MailBody? Open { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? state, string? to, string? after, string? id)
    {
        State = States.FirstOrDefault(known => known.Equals(state, StringComparison.OrdinalIgnoreCase));
        To = to?.Trim();
        var mails = await sender.Send(new ListMails(State, To, after), HttpContext.RequestAborted);
        if (!mails.Ok) return this.Refused(mails.Error);
        Mails = mails.Value;
        if (id is not { Length: > 0 }) return Page();
        var open = await sender.Send(new GetMail(id), HttpContext.RequestAborted);
        if (!open.Ok) return this.Refused(open.Error);
        Open = open.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostRetryAsync(string? id)
    {
        var done = await sender.Send(new RetryMail(id ?? ""), HttpContext.RequestAborted);
        if (done.Error is { Code: "mail.not-dead" } already) this.Say(words.Refusal(already.Message), Tone.Warn);
        else if (!done.Ok) return this.Refused(done.Error);
        else this.Say(words["It is in the queue again and goes out within seconds."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAgainAsync(string? id)
    {
        var done = await sender.Send(new ResendMail(id ?? ""), HttpContext.RequestAborted);
        if (done.Error is { Kind: ErrorKind.Conflict or ErrorKind.Refused } not) this.Say(words.Refusal(not.Message), Tone.Warn);
        else if (!done.Ok) return this.Refused(done.Error);
        else this.Say(words["It goes out once more within seconds."]);
        return RedirectToPage();
    }

    public string Address(string? state, string? after = null, string? id = null) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString("/admin/mail", new Dictionary<string, string?>
        {
            ["state"] = state, ["to"] = To, ["after"] = after, ["id"] = id,
        }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
