using Marketplace.Kernel.Results;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Webhooks;

/// <summary>What Stripe has told the platform, and what came of it; what the platform could not tell Stripe.</summary>
public sealed class WebhooksPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public StripeEventState? State { get; private set; }

    public string? Search { get; private set; }

    public bool ShowsCalls { get; private set; }

    public StripeEventList Events { get; private set; } = null!;

    public StripeEventDetails? Open { get; private set; }

    public IReadOnlyList<PaymentCall> Calls { get; private set; } = [];

    /// <param name="show"><c>calls</c> for the calls to Stripe.</param>
    /// <param name="id">The event to open; <paramref name="account"/> is empty for the platform's own.</param>
    public async Task<IActionResult> OnGetAsync(string? state, string? q, string? after, string? show, string? id, string? account)
    {
        State = Enum.TryParse<StripeEventState>(state, true, out var known) && Enum.IsDefined(known) ? known : null;
        (Search, ShowsCalls) = (q?.Trim(), show == "calls");
        var events = await sender.Send(new ListStripeEvents(State, Search, after), HttpContext.RequestAborted);
        if (!events.Ok) return this.Refused(events.Error);
        Events = events.Value;
        if (ShowsCalls)
        {
            var calls = await sender.Send(new ListPaymentCalls(), HttpContext.RequestAborted);
            if (!calls.Ok) return this.Refused(calls.Error);
            Calls = calls.Value;
        }

        if (id is not { Length: > 0 }) return Page();
        var open = await sender.Send(new GetStripeEvent(account ?? "", id), HttpContext.RequestAborted);
        if (!open.Ok) return this.Refused(open.Error);
        Open = open.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostReplayAsync(string? account, string? id) => After(
        await sender.Send(new ReplayStripeEvent(account ?? "", id ?? ""), HttpContext.RequestAborted),
        words["It is processed again within seconds."], "/admin/webhooks");

    public async Task<IActionResult> OnPostRetryAsync(string? id) => After(
        await sender.Send(new RetryPaymentCall(id ?? ""), HttpContext.RequestAborted),
        words["The call is made again within seconds."], "/admin/webhooks?show=calls");

    public string With(StripeEventState? state, string? after = null, StripeEventLine? open = null) => QueryHelpers.AddQueryString(
        "/admin/webhooks",
        new Dictionary<string, string?>
        {
            ["state"] = state?.ToString(), ["q"] = Search, ["after"] = after, ["id"] = open?.Id, ["account"] = open?.Account,
        }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public string KindOf(PaymentCall call) => call.Kind switch
    {
        "OpenCheckout" => words["Open the payment page"],
        "Refund" => words["Pay back"],
        "Transfer" => words["Transfer to the seller"],
        _ => call.Kind,
    };

    private IActionResult After(Result done, string said, string to)
    {
        if (done.Error is { Kind: ErrorKind.Conflict } late) this.Say(words.Refusal(late.Message), Tone.Warn);
        else if (!done.Ok) return this.Refused(done.Error);
        else this.Say(said);
        return LocalRedirect(to);
    }
}
