using Marketplace.Catalog.Listings.Review;
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

/// <summary>One listing against what buyers see of it: approve, send back, or take off sale.</summary>
public sealed class SubmissionPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public SubmissionView Listing { get; private set; } = null!;

    /// <summary>What was typed and refused.</summary>
    public string? Reason { get; private set; }

    public async Task<IActionResult> OnGetAsync(string listing)
    {
        var found = await sender.Send(new ReadSubmission(listing), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        Listing = found.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string listing, long version, bool approve, string? reason)
    {
        var done = await sender.Send(new DecideOnListing(listing, version, approve, reason ?? ""), HttpContext.RequestAborted);
        if (!done.Ok) return await AgainAsync(listing, done.Error, reason);
        this.Say(approve
            ? words["Approved. Its owners are told, and buyers see it in a moment."] : words["Sent back. Its owners read why."]);
        return LocalRedirect("/admin/moderation/listings");
    }

    public async Task<IActionResult> OnPostTakeDownAsync(string listing, string? reason)
    {
        var done = await sender.Send(new TakeDownListing(listing, reason ?? ""), HttpContext.RequestAborted);
        if (!done.Ok) return await AgainAsync(listing, done.Error, reason);
        this.Say(words["Taken off sale. Its owners read why."]);
        return LocalRedirect("/admin/moderation/listings/" + listing);
    }

    private async Task<IActionResult> AgainAsync(string listing, Error error, string? reason)
    {
        if (error.Kind is ErrorKind.NotFound or ErrorKind.Forbidden or ErrorKind.Unauthenticated) return this.Refused(error);
        var shown = await OnGetAsync(listing);
        Reason = reason;
        return shown is PageResult ? this.Again(error) : shown;
    }
}
