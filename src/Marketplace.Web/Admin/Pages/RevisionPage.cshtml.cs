using Marketplace.Growth.Content.Pages;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Admin.Pages;

/// <summary>What one revision of a page changed.</summary>
public sealed class RevisionPage(ISender sender) : PageModel
{
    public PageRevisionView Revision { get; private set; } = null!;

    public string Slug { get; private set; } = "";

    public string Locale { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, string locale, int number)
    {
        var revision = await sender.Send(new GetPageRevision(slug, locale, number), HttpContext.RequestAborted);
        if (!revision.Ok) return this.Refused(revision.Error);
        (Revision, Slug, Locale) = (revision.Value, slug, locale);
        return Page();
    }
}
