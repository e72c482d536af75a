using System.Globalization;
using Marketplace.Care.Messages;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Messages;

/// <summary>The shop's saved replies, and what it answers by itself while it is away.</summary>
public sealed class RepliesPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public ReplyInput Input { get; set; } = new();

    [FromRoute]
    public string Seller { get; set; } = "";

    public ShopReplies Replies { get; private set; } = null!;

    public string Root => $"/seller/{Seller}/messages";

    public async Task<IActionResult> OnGetAsync(string? edit)
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        if (Replies.Replies.FirstOrDefault(r => r.ReplyId == edit) is { } reply)
            (Input.ReplyId, Input.Title, Input.Text) = (reply.ReplyId, reply.Title, reply.Text);
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync() => await AfterAsync(
        await sender.Send(new SaveReply(Input.ReplyId, Input.Title ?? "", Input.Text ?? ""), HttpContext.RequestAborted), words["Saved."]);

    public async Task<IActionResult> OnPostDeleteAsync(string? reply) => await AfterAsync(
        await sender.Send(new DeleteReply(reply ?? ""), HttpContext.RequestAborted), words["Taken away."]);

    public async Task<IActionResult> OnPostAutoAsync()
    {
        var until = Input.AutoUntil is { Length: > 0 } text && DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day)
            ? day : (DateOnly?)null;
        return await AfterAsync(
            await sender.Send(new SaveAutoReply(Input.AutoText ?? "", until), HttpContext.RequestAborted),
            until is null ? words["Saved. Nothing is answered by itself."] : words["Saved. Buyers get this answer at once."]);
    }

    private async Task<IActionResult> AfterAsync(Result done, string said)
    {
        if (done.Ok)
        {
            this.Say(said);
            return LocalRedirect(Root + "/replies");
        }

        if (await ReadAsync() is { } error) return this.Refused(error);
        if (Input.AutoText is null) Fill();
        return this.Again(done.Error);
    }

    private void Fill()
    {
        Input.AutoText = Replies.AutoText;
        Input.AutoUntil = Replies.AutoUntilDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private async Task<Error?> ReadAsync()
    {
        var found = await sender.Send(new GetReplies(), HttpContext.RequestAborted);
        if (found.Ok) Replies = found.Value;
        return found.Error;
    }
}

public sealed class ReplyInput
{
    public string? ReplyId { get; set; }
    public string? Title { get; set; }
    public string? Text { get; set; }
    public string? AutoText { get; set; }
    public string? AutoUntil { get; set; }
}
