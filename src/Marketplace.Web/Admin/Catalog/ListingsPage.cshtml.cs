using Marketplace.Catalog.Listings;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Marketplace.Web.Admin.Catalog;

/// <summary>What all shops have published, the newest first.</summary>
public sealed class ListingsPage(ISender sender) : PageModel
{
    public string? Search { get; private set; }

    public AdminListings Listings { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? q, string? after)
    {
        Search = q;
        var found = await sender.Send(new ListListings(q, After: after), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        Listings = found.Value;
        return Page();
    }

    public string After(string cursor) => QueryHelpers.AddQueryString(
        "/admin/catalog", new Dictionary<string, string?> { ["q"] = Search ?? "", ["after"] = cursor });
}
