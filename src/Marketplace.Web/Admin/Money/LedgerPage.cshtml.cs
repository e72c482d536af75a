using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Money.Ledger;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Money;

public sealed class LedgerPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public LedgerView Ledger { get; private set; } = null!;

    /// <summary>What was asked for, as it was typed.</summary>
    public (string? Order, string? Seller, string? Kind) Asked { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? order = null, string? seller = null, string? kind = null, int at = 1)
    {
        Asked = (Blank(order), Blank(seller), Blank(kind));
        var orderId = Asked.Order is { } text ? await sender.Send(new FindOrder(text), HttpContext.RequestAborted) : null;
        var tenantId = Asked.Seller is { } slug ? await sender.Send(new FindSellerId(slug), HttpContext.RequestAborted) : null;
        // What does not exist has no journals; the page says so.
        var result = await sender.Send(
            new GetLedger(
                orderId is null ? null : orderId.Ok ? orderId.Value : "none", at,
                tenantId is null ? null : tenantId.Ok ? tenantId.Value : "none", Asked.Kind), HttpContext.RequestAborted);
        if (!result.Ok) return this.Refused(result.Error);
        Ledger = result.Value;
        return Page();
    }

    public bool IsFiltered => Asked is not (null, null, null);

    public string At(int page) => QueryHelpers.AddQueryString("/admin/ledger", new Dictionary<string, string?>
    {
        ["order"] = Asked.Order, ["seller"] = Asked.Seller, ["kind"] = Asked.Kind,
        ["at"] = page.ToString(System.Globalization.CultureInfo.InvariantCulture),
    }.Where(pair => pair.Value is not null));

    public string Say(string kind) => kind switch
    {
        "sale" => words["Sale"], "refund" => words["Refund"], "refund-paid" => words["Refund paid"],
        "refund-reversed" => words["Refund that came back"], "outside-refund" => words["Refund made at Stripe"],
        "unfulfilled" => words["Paid, not fulfilled"], "release" => words["Release"], "transfer" => words["Transfer"],
        "stripe-fee" => words["Stripe's fee"], "payout" => words["Payout"], "payout-failed" => words["Payout that came back"],
        "unknown" => words["Unknown"], "explained" => words["Explained"], "platform-payout" => words["Our own payout"],
        _ => kind,
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
