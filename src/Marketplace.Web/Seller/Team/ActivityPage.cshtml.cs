using Marketplace.Accounts.Identity.Team;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Seller.Team;

/// <summary>The seller's own part of the audit log.</summary>
public sealed class ActivityPage(ISender sender) : PageModel
{
    public IReadOnlyList<ActivityLine> Lines { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? after)
    {
        var page = await sender.Send(new ListActivity(after), HttpContext.RequestAborted);
        if (!page.Ok) return this.Refused(page.Error);
        (Lines, Next) = (page.Value.Items, page.Value.Next);
        return Page();
    }
}
