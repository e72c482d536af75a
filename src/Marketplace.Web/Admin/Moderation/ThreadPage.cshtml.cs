using Marketplace.Care.Messages;
using Marketplace.Care.Messages.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Marketplace.Web.Storefront.Messages;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Moderation;

/// <summary>A reported conversation; whoever opens it is written into the audit log.</summary>
public sealed class ReportedThreadPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public ThreadForReview Reported { get; private set; } = null!;

    /// <summary>Names of files only: what was sent privately is not opened here.</summary>
    public ThreadShow Show => new(Reported.Thread, MessageSide.Seller, "");

    public async Task<IActionResult> OnGetAsync(string report)
    {
        var found = await sender.Send(new ReadReportedThread(report), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        Reported = found.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string report, bool close, string? reason)
    {
        var done = await sender.Send(new DecideOnThread(report, close, reason ?? ""), HttpContext.RequestAborted);
        if (!done.Ok && done.Error.Kind is ErrorKind.NotFound or ErrorKind.Forbidden) return this.Refused(done.Error);
        this.Say(
            !done.Ok ? words.Refusal(done.Error.Message) : close ? words["Closed. Both sides are told."]
                : words["It goes on. Both sides are told."],
            done.Ok ? Tone.Good : Tone.Warn);
        return LocalRedirect(done.Ok ? "/admin/moderation" : "/admin/moderation/threads/" + report);
    }
}
