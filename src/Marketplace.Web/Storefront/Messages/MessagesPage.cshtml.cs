using Marketplace.Care.Messages;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Storefront.Messages;

/// <summary>The buyer's conversations with shops; a guest's about their orders.</summary>
public sealed class MessagesPage(ISender sender) : PageModel
{
    public IReadOnlyList<ThreadRow> Threads { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var threads = await sender.Send(new ListMyThreads(), HttpContext.RequestAborted);
        if (!threads.Ok) return this.Refused(threads.Error);
        Threads = threads.Value;
        return Page();
    }
}
