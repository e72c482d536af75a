using Marketplace.Care.Messages;
using Marketplace.Care.Reviews;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Moderation;

/// <summary>What people reported: reviews to keep or hide, conversations to look into.</summary>
public sealed class ModerationPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public IReadOnlyList<ReportedReview> Reviews { get; private set; } = [];

    public IReadOnlyList<ReportedThread> Threads { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var reviews = await sender.Send(new ListReportedReviews(), HttpContext.RequestAborted);
        var threads = await sender.Send(new ListReportedThreads(), HttpContext.RequestAborted);
        if ((reviews.Error ?? threads.Error) is { } error) return this.Refused(error);
        (Reviews, Threads) = (reviews.Required(), threads.Required());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? review, bool hide, string? reason)
    {
        var done = await sender.Send(new DecideOnReview(review ?? "", hide, reason ?? ""), HttpContext.RequestAborted);
        if (!done.Ok && done.Error.Kind is ErrorKind.NotFound or ErrorKind.Forbidden) return this.Refused(done.Error);
        this.Say(
            !done.Ok ? words.Refusal(done.Error.Message) : hide ? words["Hidden. Its author and those who reported it are told."]
                : words["Kept. Those who reported it are told."],
            done.Ok ? Tone.Good : Tone.Warn);
        return LocalRedirect("/admin/moderation");
    }
}
