using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Settlement;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Money;

/// <summary>Where each cent of a seller is now: by currency, by order, and on its way to the bank.</summary>
public sealed class MoneyPage(ISender sender, CallerAccessor caller, IStringLocalizer<Words> words) : PageModel
{
    public SellerMoney Money { get; private set; } = null!;

    /// <summary>The numbers of the orders on this page, by their ids.</summary>
    public IReadOnlyDictionary<string, string> Numbers { get; private set; } = new Dictionary<string, string>();

    public bool MayOpenOrders => caller.Caller.SellerPermissions?.Contains(SellerPermissions.Orders) == true;

    public async Task<IActionResult> OnGetAsync(int at = 1)
    {
        var result = await sender.Send(new GetSellerMoney(at), HttpContext.RequestAborted);
        if (!result.Ok) return this.Refused(result.Error);
        Money = result.Value;
        if (Money.Shares.Count == 0) return Page();
        Numbers = (await sender.Send(
            new GetPartNumbers([.. Money.Shares.Select(s => s.SellerOrderId)]), HttpContext.RequestAborted)).Required();
        return Page();
    }

    public (string Text, Tone Tone) Say(SellerShare share) => share.State switch
    {
        ShareState.Held when share.FrozenBy is { } why => (words[Frozen(why)], Tone.Warn),
        ShareState.Held => (words["Held"], Tone.Plain),
        ShareState.Payable when share.WaitReason == "account-not-ready" => (words["Waits for your payout account"], Tone.Warn),
        ShareState.Payable => (words["Payable"], Tone.Info),
        ShareState.Transferring => (words["On its way"], Tone.Info),
        ShareState.Transferred => (words["Transferred"], Tone.Good),
        ShareState.Refunded => (words["Refunded"], Tone.Plain),
    };

    /// <summary>Stripe's words for a payout, in ours.</summary>
    public (string Text, Tone Tone) Say(SellerPayoutView payout) => payout.State switch
    {
        "paid" => (words["At your bank"], Tone.Good),
        "failed" => (words["Came back"], Tone.Bad),
        "canceled" => (words["Cancelled"], Tone.Plain),
        _ => (words["On its way"], Tone.Info),
    };

    /// <summary>A payout that did not arrive is news until one of its currency does.</summary>
    public IEnumerable<SellerPayoutView> Returned => Money.Payouts
        .Where(p => p.State == "failed" && !Money.Payouts.Any(later => later.State == "paid"
            && later.CurrencyCode == p.CurrencyCode && later.CreatedAtUtc > p.CreatedAtUtc));

    private static string Frozen(string reason) => reason.Split(':')[0] switch
    {
        "refund" => "Held: a refund is on its way",
        "return" => "Held: a return is open",
        "dispute" => "Held: the buyer's bank asks",
        "cancellation" => "Held: a cancellation is open",
        _ => "Held, something is open",
    };
}
