using Marketplace.Kernel.Values;
using Marketplace.Money.Ledger;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Money;

/// <summary>The books: what every account holds, and the journals behind it.</summary>
public sealed class LedgerPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public LedgerView Ledger { get; private set; } = null!;

    /// <summary>As in the address: <c>ord_…</c>, or the id alone.</summary>
    [FromQuery(Name = "order")]
    public string? Order { get; set; }

    /// <summary>The seller's id; its page leads here.</summary>
    [FromQuery(Name = "seller")]
    public string? Seller { get; set; }

    [FromQuery(Name = "kind")]
    public string? Kind { get; set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Order) || !string.IsNullOrWhiteSpace(Seller) || !string.IsNullOrEmpty(Kind);

    public async Task<IActionResult> OnGetAsync(int at = 1)
    {
        var order = Order?.Trim();
        Kind = JournalKinds.All.FirstOrDefault(kind => kind == Kind);
        var result = await sender.Send(
            new GetLedger(Ids.FromPublic("ord", order) ?? order, Seller?.Trim(), Kind, at), HttpContext.RequestAborted);
        if (!result.Ok) return this.Refused(result.Error);
        Ledger = result.Value;
        return Page();
    }

    public string With(int at) => QueryHelpers.AddQueryString("/admin/ledger", new Dictionary<string, string?>
    {
        ["order"] = Order, ["seller"] = Seller, ["kind"] = Kind, ["at"] = at.ToString(System.Globalization.CultureInfo.InvariantCulture),
    }.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)));

    public string Say(string kind) => kind switch
    {
        JournalKinds.Sale => words["Sale"],
        JournalKinds.Unfulfilled => words["Paid too late"],
        JournalKinds.StripeFee => words["Stripe's fee"],
        JournalKinds.Refund => words["Refund"],
        JournalKinds.RefundPaid => words["Refund paid"],
        JournalKinds.RefundReversed => words["Refund failed"],
        JournalKinds.Release => words["Release"],
        JournalKinds.Transfer => words["Transfer"],
        JournalKinds.Payout => words["Payout"],
        JournalKinds.PayoutFailed => words["Payout failed"],
        _ => kind,
    };
}
