using Marketplace.Accounts.Operations;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Jobs;

/// <summary>What the platform does by itself: each job with its last run, and the events that were not delivered.</summary>
public sealed class JobsPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public IReadOnlyList<JobLine> Jobs { get; private set; } = [];

    public OperationsQueue Queue { get; private set; } = null!;

    public IReadOnlyList<StuckMessage> Stuck { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var jobs = await sender.Send(new ListJobs(), HttpContext.RequestAborted);
        if (!jobs.Ok) return this.Refused(jobs.Error);
        var queue = await sender.Send(new GetOperationsQueue(), HttpContext.RequestAborted);
        if (!queue.Ok) return this.Refused(queue.Error);
        var stuck = await sender.Send(new ListStuckMessages(), HttpContext.RequestAborted);
        if (!stuck.Ok) return this.Refused(stuck.Error);
        (Jobs, Queue, Stuck) = (jobs.Value, queue.Value, stuck.Value);
        return Page();
    }

    public async Task<IActionResult> OnPostRunAsync(string? name)
    {
        var run = await sender.Send(new RunJob(name ?? ""), HttpContext.RequestAborted);
        if (!run.Ok) return this.Refused(run.Error);
        if (run.Value.Outcome is not { } outcome) this.Say(words["It takes longer and goes on; its outcome appears here."]);
        else if (run.Value.Failed) this.Say(words["{0} failed; its error is in the list.", name!], Tone.Bad);
        else this.Say(words["{0} has run: {1}", name!, outcome]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRetryAsync(string? id)
    {
        var done = await sender.Send(new RetryMessage(id ?? ""), HttpContext.RequestAborted);
        if (done.Error is { Kind: ErrorKind.Conflict } late) this.Say(words.Refusal(late.Message), Tone.Warn);
        else if (!done.Ok) return this.Refused(done.Error);
        else this.Say(words["It is delivered again within seconds."]);
        return RedirectToPage();
    }
}
