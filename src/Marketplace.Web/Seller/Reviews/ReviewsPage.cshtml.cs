using Marketplace.Care.Questions;
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

namespace Marketplace.Web.Seller.Reviews;

/// <summary>What buyers say of the shop's goods, with the place to answer.</summary>
public sealed class SellerReviewsPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [FromRoute]
    public string Seller { get; set; } = "";

    public SellerReviewTab Tab { get; private set; }

    public SellerReviewPage Reviews { get; private set; } = null!;

    public int OpenQuestions { get; private set; }

    public string Root => $"/seller/{Seller}/reviews";

    public async Task<IActionResult> OnGetAsync(string? tab, int page = 1)
    {
        Tab = Enum.TryParse<SellerReviewTab>(tab, true, out var known) && Enum.IsDefined(known) ? known : SellerReviewTab.Unanswered;
        var reviews = await sender.Send(new ListSellerReviews(Tab, page), HttpContext.RequestAborted);
        if (!reviews.Ok) return this.Refused(reviews.Error);
        Reviews = reviews.Value;
        OpenQuestions = (await sender.Send(new GetQuestionDuties(), HttpContext.RequestAborted)).Required().Open;
        return Page();
    }

    public async Task<IActionResult> OnPostReplyAsync(string? review, string? text, string? tab)
    {
        var done = await sender.Send(new ReplyToReview(review ?? "", text ?? ""), HttpContext.RequestAborted);
        if (!done.Ok && done.Error.Kind is ErrorKind.NotFound or ErrorKind.Forbidden) return this.Refused(done.Error);
        this.Say(done.Ok ? words["Published under the review."] : words.Refusal(done.Error.Message), done.Ok ? Tone.Good : Tone.Warn);
        return LocalRedirect(Root + "?tab=" + Uri.EscapeDataString(tab ?? ""));
    }
}
