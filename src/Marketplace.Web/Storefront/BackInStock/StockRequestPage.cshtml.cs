using Marketplace.Growth.BackInStock;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Storefront.BackInStock;

/// <summary>
/// The link of a mail about one sold-out thing. Opening it changes nothing, since mail programs open links by themselves;
/// a bare post ends the request, which is also what a mail program's own button sends (RFC 8058), without a token.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class StockRequestPage(ISender sender) : PageModel
{
    /// <summary>Null once it has ended.</summary>
    public StockRequestView? Asked { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token)
    {
        var read = await sender.Send(new ReadStockRequest(token), HttpContext.RequestAborted);
        if (!read.Ok) return this.Refused(read.Error);
        Asked = read.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(string token)
    {
        var done = await sender.Send(new ConfirmStockRequest(token), HttpContext.RequestAborted);
        return done.Ok ? RedirectToPage(new { token }) : this.Refused(done.Error);
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        var done = await sender.Send(new EndStockRequest(token), HttpContext.RequestAborted);
        return done.Ok ? Page() : this.Refused(done.Error);
    }
}
