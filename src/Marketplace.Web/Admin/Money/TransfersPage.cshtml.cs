using Marketplace.Money.Settlement;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Money;

public sealed class TransfersPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    private IReadOnlyDictionary<string, string> _numbers = new Dictionary<string, string>();

    public IReadOnlyList<WaitingTransfer> Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var result = await sender.Send(new ListWaitingTransfers(), HttpContext.RequestAborted);
        if (!result.Ok) return this.Refused(result.Error);
        Waiting = result.Value;
        var numbers = await sender.Send(new GetNumbers([], [.. Waiting.Select(w => w.SellerOrderId)]), HttpContext.RequestAborted);
        if (!numbers.Ok) return this.Refused(numbers.Error);
        _numbers = numbers.Value.Parts;
        return Page();
    }

    public string NumberOf(WaitingTransfer one) => _numbers.GetValueOrDefault(one.SellerOrderId) ?? words["Order part"];

    public async Task<IActionResult> OnPostAsync(string id)
    {
        var result = await sender.Send(new RetryTransfer(id), HttpContext.RequestAborted);
        if (!result.Ok) return this.Refused(result.Error);
        this.Say(words["Looked at again. Without a reason in its row the transfer is on its way."]);
        return RedirectToPage();
    }

    public string Why(string? code) => code switch
    {
        null => words["Next in line"],
        "account-not-ready" or "insufficient_capabilities_for_transfer" => words["The seller's payout account is not ready"],
        "balance_insufficient" => words["Money is not available at Stripe yet"],
        "frozen" => words["Something is open: a refund, return or case"],
        _ => words["Stripe refused it; see the log"],
    };
}
