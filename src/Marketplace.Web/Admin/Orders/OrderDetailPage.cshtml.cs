using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Orders;

/// <summary>One order with all its parts, its money and the means to step in.</summary>
public sealed class OrderDetailPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [FromRoute]
    public string Order { get; set; } = "";

    [BindProperty]
    public string Part { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Key { get; set; }

    /// <summary>How many pieces of each line go back.</summary>
    [BindProperty]
    public Dictionary<string, int> Pieces { get; set; } = [];

    [BindProperty]
    public bool WithShipping { get; set; }

    public AdminOrder Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (Ids.FromPublic("ord", Order) is not { } id) return this.Refused(CheckoutErrors.NoSuchOrder);
        var found = await sender.Send(new GetOrder(id), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        Found = found.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostCancelAsync() => After(
        await sender.Send(new CancelByPlatform(Part, Reason ?? ""), HttpContext.RequestAborted),
        words["Cancelled; the buyer is paid back."]);

    public async Task<IActionResult> OnPostRefundAsync() => After(
        await sender.Send(new RefundItemsByPlatform(Key, Part, Chosen(), WithShipping, Reason ?? ""), HttpContext.RequestAborted),
        words["The refund has started."]);

    /// <summary>Zeros stay in: nothing chosen is not the same as everything.</summary>
    private List<LineQuantity> Chosen() => [.. Pieces.Select(p => new LineQuantity(p.Key, p.Value))];

    private IActionResult After(Result done, string said)
    {
        if (done.Error?.Kind is ErrorKind.NotFound or ErrorKind.Forbidden or ErrorKind.Unauthenticated)
            return this.Refused(done.Error);
        this.Say(done.Ok ? said : words.Refusal(done.Error.Message), done.Ok ? Tone.Good : Tone.Warn);
        return LocalRedirect("/admin/orders/" + Order);
    }
}

/// <param name="Key">Makes a second click harmless.</param>
public sealed record RefundForm(PartView Part, SellerOrderMoney Money, string Key);
