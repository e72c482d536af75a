using Marketplace.Care;
using Marketplace.Care.Messages;
using Marketplace.Care.Messages.Contracts;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Messages;

/// <summary>One of the buyer's conversations; opening it marks it as read.</summary>
[RequestSizeLimit(80 * 1024 * 1024)]
public sealed class ThreadPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public MessageInput Input { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public ThreadView Thread { get; private set; } = null!;

    public ThreadShow Show => new(Thread, MessageSide.Buyer, "/messages/" + Thread.ThreadId);

    public async Task<IActionResult> OnGetAsync(string thread) => await ReadAsync(thread) ?? Page();

    public async Task<IActionResult> OnPostAsync(string thread)
    {
        if (await ReadAsync(thread) is { } refused) return refused;
        var sent = await sender.Send(
            new WriteToShop(thread, null, null, null, Input.Text ?? "", await this.IncomingAsync(Files)), HttpContext.RequestAborted);
        return sent.Ok ? LocalRedirect($"/messages/{thread}#write") : this.Again(sent.Error);
    }

    public async Task<IActionResult> OnPostReportAsync(string thread, ReportReason reason, string? said)
    {
        var reported = await sender.Send(new ReportShop(thread, reason, said ?? ""), HttpContext.RequestAborted);
        return this.Reported(reported, words, "/messages/" + thread);
    }

    private async Task<IActionResult?> ReadAsync(string thread)
    {
        var found = await sender.Send(new GetMyThread(thread), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        Thread = found.Value;
        if (Thread.Unread > 0) await sender.Send(new MarkReadByBuyer(thread), HttpContext.RequestAborted);
        return null;
    }
}
