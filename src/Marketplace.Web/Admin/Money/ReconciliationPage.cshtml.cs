using Marketplace.Kernel.Results;
using Marketplace.Money.Alerts;
using Marketplace.Money.Alerts.Contracts;
using Marketplace.Money.Reconciliation;
using Marketplace.Money.Reconciliation.Contracts;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Money;

/// <summary>Whether ledger and processor agree, what only one of them tells, and what a person must look at.</summary>
public sealed class ReconciliationPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public ReconciliationView Found { get; private set; } = null!;

    public IReadOnlyList<AlertView> Alerts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(bool payouts)
    {
        var found = await sender.Send(new GetReconciliation(), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        var alerts = await sender.Send(new ListAlerts(), HttpContext.RequestAborted);
        if (!alerts.Ok) return this.Refused(alerts.Error);
        (Found, OnlyPayouts) = (found.Value, payouts);
        Alerts = payouts ? [.. alerts.Value.Where(a => a.Kind == AlertKind.PayoutFailed)] : alerts.Value;
        return Page();
    }

    /// <summary>Of what is to be looked at, only payouts that came back.</summary>
    public bool OnlyPayouts { get; private set; }

    public async Task<IActionResult> OnPostCompareAsync()
    {
        var done = await sender.Send(new ReconcileNow(), HttpContext.RequestAborted);
        return After(
            done.Ok ? null : done.Error,
            done.Ok && done.Value.Wrong > 0 ? words["Compared: something differs."] : words["Compared: everything agrees."]);
    }

    public async Task<IActionResult> OnPostCloseAsync(AlertKind kind, string reference) => After(
        (await sender.Send(new CloseAlert(kind, reference ?? ""), HttpContext.RequestAborted)).Error, words["Closed."]);

    public async Task<IActionResult> OnPostExplainAsync(string id, string account, string reason) => After(
        (await sender.Send(new ExplainMovement(id ?? "", account ?? "", reason ?? ""), HttpContext.RequestAborted)).Error,
        words["Booked."]);

    public string Say(AlertKind kind) => kind switch
    {
        AlertKind.UnknownMovement => words["Money moved at Stripe and nobody knows why"],
        AlertKind.OutsideRefund => words["Somebody refunded a buyer at Stripe's own pages"],
        AlertKind.OwedBySeller => words["A seller owes what was refunded after its transfer"],
        AlertKind.PayoutFailed => words["A seller's bank sent a payout back"],
        AlertKind.HoldLimit => words["Money is held almost as long as is allowed"],
        AlertKind.Difference => words["Ledger and Stripe do not agree"],
    };

    public string Say(DifferenceReason reason) => reason switch
    {
        DifferenceReason.NotBooked => words["Stripe tells of it, the ledger does not yet"],
        DifferenceReason.NotAtStripe => words["The ledger tells of it, Stripe does not"],
        DifferenceReason.OtherAmount => words["Both tell of it, with different amounts"],
        DifferenceReason.NotTold => words["Stripe's balance is not the sum of its movements"],
        DifferenceReason.SellerAccount => words["The seller's account is not what its transfers and payouts say"],
    };

    public IEnumerable<Choice> Accounts => ExplainMovementValidator.Accounts.Select(a => new Choice(a, a switch
    {
        "bank" => words["Our own bank"],
        "stripe_fees" => words["A fee of Stripe"],
        "dispute_fees" => words["A dispute's fee"],
        "fx" => words["Exchange of currencies"],
        "other_income" => words["Other income"],
        _ => words["Other expense"],
    }));

    private IActionResult After(Error? error, string said)
    {
        if (error is { Kind: ErrorKind.Forbidden or ErrorKind.Unauthenticated or ErrorKind.NotFound }) return this.Refused(error);
        if (error is null) this.Say(said);
        else this.Say(words[error.Fields?.Values.First()[0] ?? error.Message], Tone.Warn);
        return RedirectToPage();
    }
}
