using Marketplace.Catalog.Listings;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Seller.Opening;

/// <summary>One of the shop's listings as buyers will see it, drafts too, for its own team.</summary>
public sealed class ListingPreviewPage(ISender sender) : PageModel
{
    public MyListing Listing { get; private set; } = null!;

    public string Root { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string seller, string listing)
    {
        var found = await sender.Send(new GetMyListing(listing), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        (Listing, Root) = (found.Value, "/seller/" + seller);
        return Page();
    }
}
