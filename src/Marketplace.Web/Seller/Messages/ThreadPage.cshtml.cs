using Marketplace.Care;
using Marketplace.Care.Messages;
using Marketplace.Care.Messages.Contracts;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Marketplace.Web.Storefront.Messages;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Messages;

/// <summary>One conversation of the shop; opening it marks it as read. A saved reply is filled in by its address.</summary>
[RequestSizeLimit(80 * 1024 * 1024)]
public sealed class SellerThreadPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public MessageInput Input { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [FromRoute]
    public string Seller { get; set; } = "";

    [FromRoute]
    public string Thread { get; set; } = "";

    public ThreadView View { get; private set; } = null!;

    public ShopReplies Replies { get; private set; } = null!;

    public string Root => $"/seller/{Seller}/messages";

    public ThreadShow Show => new(View, MessageSide.Seller, $"{Root}/{Thread}");

    public async Task<IActionResult> OnGetAsync(string? reply)
    {
        if (await ReadAsync() is { } refused) return refused;
        if (Replies.Replies.FirstOrDefault(r => r.ReplyId == reply) is { } chosen) Input.Text = ReplyText.Fill(chosen.Text, View);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ReadAsync() is { } refused) return refused;
        var sent = await sender.Send(
            new WriteToBuyer(Thread, Input.Text ?? "", await this.IncomingAsync(Files)), HttpContext.RequestAborted);
        return sent.Ok ? LocalRedirect($"{Root}/{Thread}#write") : this.Again(sent.Error);
    }

    public async Task<IActionResult> OnPostSettleAsync()
    {
        var done = await sender.Send(new MarkReadBySeller(Thread, Settle: true), HttpContext.RequestAborted);
        if (!done.Ok) return this.Refused(done.Error);
        this.Say(words["Done. It waits no more."]);
        return LocalRedirect(Root);
    }

    public async Task<IActionResult> OnPostReportAsync(ReportReason reason, string? said)
    {
        var reported = await sender.Send(new ReportBuyer(Thread, reason, said ?? ""), HttpContext.RequestAborted);
        return this.Reported(reported, words, $"{Root}/{Thread}");
    }

    private async Task<IActionResult?> ReadAsync()
    {
        var found = await sender.Send(new GetThread(Thread), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        View = found.Value;
        var replies = await sender.Send(new GetReplies(), HttpContext.RequestAborted);
        if (!replies.Ok) return this.Refused(replies.Error);
        Replies = replies.Value;
        if (View.Unread > 0) await sender.Send(new MarkReadBySeller(Thread), HttpContext.RequestAborted);
        return null;
    }
}
