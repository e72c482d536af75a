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
    private IReadOnlyDictionary<string, string> _numbers = new Dictionary<string, string>();

    public LedgerView Ledger { get; private set; } = null!;

    /// <summary>What was asked for, as it was typed.</summary>
    public (string? Order, string? Seller, string? Kind) Asked { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? order = null, string? seller = null, string? kind = null, string? before = null)
    {
        Asked = (Blank(order), Blank(seller), Blank(kind));
        var orderId = Asked.Order is { } text ? await sender.Send(new FindOrder(text), HttpContext.RequestAborted) : null;
        var tenantId = Asked.Seller is { } slug ? await sender.Send(new FindSellerId(slug), HttpContext.RequestAborted) : null;
        // What does not exist has no journals; the page says so.
        var result = await sender.Send(
            new GetLedger(
                orderId is null ? null : orderId.Ok ? orderId.Value : "none", Blank(before),
                tenantId is null ? null : tenantId.Ok ? tenantId.Value : "none", Asked.Kind), HttpContext.RequestAborted);
        if (!result.Ok) return this.Refused(result.Error);
        Ledger = result.Value;
        IsFirst = Blank(before) is null;
        var numbers = await sender.Send(
            new GetNumbers([.. Ledger.Journals.Select(j => j.OrderId).OfType<string>()], []), HttpContext.RequestAborted);
        if (!numbers.Ok) return this.Refused(numbers.Error);
        _numbers = numbers.Value.Orders;
        return Page();
    }

    public bool IsFirst { get; private set; }

    public bool IsFiltered => Asked is not (null, null, null);

    public string OrderName(string orderId) =>
        _numbers.GetValueOrDefault(orderId) is { } number ? words["Order {0}", number] : words["Order"];

    /// <summary>The book, and whose account it is where it is a seller's, a country's or a dispute's.</summary>
    public AccountName NameOf(string account) => account.Split(':', 2) is [var book, var owner]
        ? new AccountName(book, Ledger.SellerNames.GetValueOrDefault(owner) ?? owner, Ledger.SellerNames.ContainsKey(owner) ? owner : null)
        : new AccountName(account, null, null);

    /// <summary>The same search, from another journal on; null: from the newest.</summary>
    public string From(string? journal) => QueryHelpers.AddQueryString("/admin/ledger", new Dictionary<string, string?>
    {
        ["order"] = Asked.Order, ["seller"] = Asked.Seller, ["kind"] = Asked.Kind,
        ["before"] = journal,
    }.Where(pair => pair.Value is not null));

    public string Say(string kind) => kind switch
    {
        "sale" => words["Sale"],
        "refund" => words["Refund"],
        "refund-paid" => words["Refund paid"],
        "refund-reversed" => words["Refund that came back"],
        "outside-refund" => words["Refund made at Stripe"],
        "unfulfilled" => words["Paid, not fulfilled"],
        "release" => words["Release"],
        "transfer" => words["Transfer"],
        "stripe-fee" => words["Stripe's fee"],
        "payout" => words["Payout"],
        "payout-failed" => words["Payout that came back"],
        "unknown" => words["Unknown"],
        "explained" => words["Explained"],
        "platform-payout" or "stripe-payout" => words["Our own payout"],
        "platform-payout-failed" or "stripe-payout-failure" or "stripe-payout-cancel" => words["Our own payout that came back"],
        "stripe-topup" => words["Money put in"],
        "stripe-topup-reversal" => words["Money put in, taken back"],
        "stripe-stripe-fee" => words["Stripe's bill"],
        "stripe-tax-fee" => words["Tax on Stripe's bill"],
        "stripe-stripe-fx-fee" => words["Change of currency"],
        "stripe-adjustment" => words["Dispute"],
        _ => kind,
    };

    public IReadOnlyList<string> Kinds => LedgerKinds.All;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <param name="Seller">The seller's id, to link to.</param>
public sealed record AccountName(string Book, string? Owner, string? Seller);
