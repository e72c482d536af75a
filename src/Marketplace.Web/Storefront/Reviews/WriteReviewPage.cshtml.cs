using Marketplace.Care.Reviews;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Reviews;

/// <summary>A purchase to review, or a review to change while its time runs.</summary>
[RequestSizeLimit(80 * 1024 * 1024)]
public sealed class WriteReviewPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public ReviewInput Input { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public MyReview Mine { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string line)
    {
        if (await ReadAsync(line) is { } refused) return refused;
        if (Mine.Review is { } review)
            (Input.Stars, Input.Title, Input.Text, Input.Kept) = (review.Stars, review.Title, review.Text, [.. review.Photos]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string line)
    {
        if (await ReadAsync(line) is { } refused) return refused;
        var added = await Uploads.ReadAsync(Files, HttpContext.RequestAborted);
        var saved = await sender.Send(
            new WriteReview(line, Input.Stars, Input.Title ?? "", Input.Text ?? "", Input.Kept, [.. added.Select(f => f.Content)]),
            HttpContext.RequestAborted);
        if (!saved.Ok) return this.Again(saved.Error);
        this.Say(words["Thank you. Others can read it now."]);
        return LocalRedirect("/account/reviews");
    }

    private async Task<IActionResult?> ReadAsync(string line)
    {
        var mine = await sender.Send(new GetMyReview(line), HttpContext.RequestAborted);
        if (!mine.Ok) return this.Refused(mine.Error);
        Mine = mine.Value;
        return null;
    }
}

public sealed class ReviewInput
{
    public int Stars { get; set; }
    public string? Title { get; set; }
    public string? Text { get; set; }

    /// <summary>Photos of the review that stay.</summary>
    public List<string> Kept { get; set; } = [];
}
