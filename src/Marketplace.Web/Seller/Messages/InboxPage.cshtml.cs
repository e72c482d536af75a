using Marketplace.Care.Messages;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Seller.Messages;

/// <summary>What buyers write to the shop: first who waits, the longest first.</summary>
public sealed class SellerInboxPage(ISender sender) : PageModel
{
    public InboxTab Tab { get; private set; }

    public string? Search { get; private set; }

    public InboxPage Inbox { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? tab, string? q, int page = 1)
    {
        Search = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        Tab = Enum.TryParse<InboxTab>(tab, true, out var known) && Enum.IsDefined(known) ? known
            : Search is null ? InboxTab.Unanswered : InboxTab.All;
        var inbox = await sender.Send(new ListThreads(Tab, Search, page), HttpContext.RequestAborted);
        if (!inbox.Ok) return this.Refused(inbox.Error);
        Inbox = inbox.Value;
        return Page();
    }
}
