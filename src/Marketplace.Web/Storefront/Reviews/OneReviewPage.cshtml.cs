using Marketplace.Care;
using Marketplace.Care.Reviews;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Reviews;

/// <summary>One review: where one says that it helped, or that it should not be there.</summary>
public sealed class OneReviewPage(ISender sender, CurrentPerson person, IStringLocalizer<Words> words) : PageModel
{
    public ReviewView Review { get; private set; } = null!;

    public bool IsSignedIn => person.Person is not null;

    public async Task<IActionResult> OnGetAsync(string review) => await ReadAsync(review) ?? Page();

    public async Task<IActionResult> OnPostHelpfulAsync(string review)
    {
        if (!IsSignedIn) return ToLogin(review);
        var voted = await sender.Send(new VoteHelpful(review), HttpContext.RequestAborted);
        return After(
            review, voted.Bare,
            voted is { Ok: true, Value: true } ? words["Thank you. It counts."] : words["Taken back."]);
    }

    public async Task<IActionResult> OnPostReportAsync(string review, ReportReason reason, string? said)
    {
        if (!IsSignedIn) return ToLogin(review);
        var reported = await sender.Send(new ReportReview(review, reason, said ?? ""), HttpContext.RequestAborted);
        return After(review, reported, words["Thank you. A person on our team reads it and tells you by mail what came of it."]);
    }

    private LocalRedirectResult ToLogin(string review) => LocalRedirect("/login?returnUrl=" + Uri.EscapeDataString("/reviews/" + review));

    private IActionResult After(string review, Result done, string said)
    {
        if (!done.Ok && done.Error.Kind is ErrorKind.NotFound or ErrorKind.Unauthenticated) return this.Refused(done.Error);
        this.Say(done.Ok ? said : words.Refusal(done.Error.Message), done.Ok ? Tone.Good : Tone.Warn);
        return LocalRedirect("/reviews/" + review);
    }

    private async Task<IActionResult?> ReadAsync(string review)
    {
        var found = await sender.Send(new GetReview(review), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        Review = found.Value;
        return null;
    }
}
