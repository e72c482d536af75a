using Marketplace.Money.Settlement;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Money;

public sealed class MoneyPage(ISender sender, Shell shell, IStringLocalizer<Words> words) : PageModel
{
    public SellerMoney Money { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string seller, int at = 1)
    {
        var result = await sender.Send(new GetSellerMoney(at), HttpContext.RequestAborted);
        if (!result.Ok) return this.Refused(result.Error);
        Money = result.Value;
        shell.Work ??= new WorkFrame { Title = seller, Links = WorkNav.Seller(seller, words) };
        return Page();
    }

    public (string Text, Tone Tone) Say(SellerShare share) => share.State switch
    {
        ShareState.Held when share.IsFrozen => (words["Held, something is open"], Tone.Warn),
        ShareState.Held => (words["Held"], Tone.Plain),
        ShareState.Payable when share.WaitReason == "account-not-ready" => (words["Waits for your payout account"], Tone.Warn),
        ShareState.Payable => (words["Payable"], Tone.Info),
        ShareState.Transferring => (words["On its way"], Tone.Info),
        ShareState.Transferred => (words["Transferred"], Tone.Good),
        ShareState.Refunded => (words["Refunded"], Tone.Plain),
    };
}
