using Marketplace.Care.Messages;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Messages;

/// <summary>
/// The first message to a shop, about an order's part (<c>part</c>), a listing (<c>listing</c>) or the shop itself
/// (<c>shop</c>); a conversation about it that goes on is opened instead.
/// </summary>
[RequestSizeLimit(80 * 1024 * 1024)]
public sealed class NewMessagePage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public MessageInput Input { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public ThreadSubject Subject { get; private set; } = null!;

    /// <summary>What the address says it is about; the form sends it again.</summary>
    public string Query { get; private set; } = "";

    public string? ResponseTime { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? part, string? listing, string? shop)
    {
        if (await ReadAsync(part, listing, shop) is { } refused) return refused;
        return Subject.ThreadId is { } known ? LocalRedirect("/messages/" + known) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? part, string? listing, string? shop)
    {
        if (await ReadAsync(part, listing, shop) is { } refused) return refused;
        var sent = await sender.Send(
            new WriteToShop(null, part, listing, shop, Input.Text ?? "", await this.IncomingAsync(Files)), HttpContext.RequestAborted);
        if (!sent.Ok) return this.Again(sent.Error);
        this.Say(words["Sent. You get a mail when the shop answers."]);
        return LocalRedirect("/messages/" + sent.Value);
    }

    private async Task<IActionResult?> ReadAsync(string? part, string? listing, string? shop)
    {
        var subject = await sender.Send(new FindThreadSubject(part, listing, shop), HttpContext.RequestAborted);
        if (!subject.Ok) return this.Refused(subject.Error);
        Subject = subject.Value;
        Query = part is not null ? "?part=" + Uri.EscapeDataString(part)
            : listing is not null ? "?listing=" + Uri.EscapeDataString(listing) : "?shop=" + Uri.EscapeDataString(shop ?? "");
        var minutes = await sender.Send(new GetResponseTime(Subject.TenantId), HttpContext.RequestAborted);
        ResponseTime = ResponseWords.Of(minutes.Value, words);
        return null;
    }
}

public sealed class MessageInput
{
    public string? Text { get; set; }
}
