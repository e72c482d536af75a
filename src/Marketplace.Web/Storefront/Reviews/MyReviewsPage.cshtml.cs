using Marketplace.Care.Reviews;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Reviews;

/// <summary>What the person may review, and what they have written.</summary>
public sealed class MyReviewsPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public MyReviews Reviews { get; private set; } = null!;

    public bool IsAsked { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var reviews = await sender.Send(new ListMyReviews(), HttpContext.RequestAborted);
        if (!reviews.Ok) return this.Refused(reviews.Error);
        Reviews = reviews.Value;
        IsAsked = (await sender.Send(new GetReviewRequests(), HttpContext.RequestAborted)).Required();
        return Page();
    }

    public async Task<IActionResult> OnPostRequestsAsync(bool wanted)
    {
        var set = await sender.Send(new SetReviewRequests(wanted), HttpContext.RequestAborted);
        if (!set.Ok) return this.Refused(set.Error);
        this.Say(wanted ? words["We ask you again, once for each parcel."] : words["We ask no more."]);
        return LocalRedirect("/account/reviews");
    }
}
