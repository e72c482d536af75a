using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Marketplace.Accounts.Hooks;
using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Settings;

/// <summary>One webhook: its settings, its secret, and the log of what was sent.</summary>
[ResponseCache(NoStore = true)]
public sealed class HookPage(ISender sender, IStringLocalizer<Words> words, DisplayClock clock) : PageModel
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [BindProperty]
    public HookInput Input { get; set; } = new();

    public HookView Hook { get; private set; } = null!;

    public HookDeliveryState? State { get; private set; }

    public Page<HookDeliveryLine> Log { get; private set; } = new([], null);

    public HookDeliveryView? Open { get; private set; }

    /// <summary>A secret made just now; it travelled sealed in the message's cookie, once.</summary>
    public string? Fresh { get; private set; }

    public DateTime? OldSecretUntilUtc => Hook.OldSecretUntilUtc > clock.UtcNow ? Hook.OldSecretUntilUtc : null;

    public string Payload => JsonNode.Parse(Open!.Payload)!.ToJsonString(Readable);

    public string List => $"/seller/{RouteData.Values["seller"]}/settings/hooks";

    public IEnumerable<Choice> Choices => HookEvents.All.Select(e => new Choice(e, HookWords.Of(e, words)));

    private string HookId => (string)RouteData.Values["hook"]!;

    public async Task<IActionResult> OnGetAsync(string? state, string? after, string? open)
    {
        State = Enum.TryParse<HookDeliveryState>(state, true, out var known) && Enum.IsDefined(known) ? known : null;
        Fresh = TempData[HooksPage.FreshSecret] as string;
        if (await ReadAsync(after) is { } error) return this.Refused(error);
        (Input.Url, Input.Events) = (Hook.Url, [.. Hook.Events]);
        if (open is not { Length: > 0 }) return Page();
        var one = await sender.Send(new GetHookDelivery(HookId, open), HttpContext.RequestAborted);
        if (!one.Ok) return this.Refused(one.Error);
        Open = one.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostChangeAsync()
    {
        var changed = await sender.Send(new ChangeHook(HookId, Input.Url ?? "", Input.Events ?? []), HttpContext.RequestAborted);
        if (!changed.Ok) return await ReadAsync(null) is { } error ? this.Refused(error) : this.Again(changed.Error);
        this.Say(words["Saved. It holds for what happens from now on."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostSwitchAsync(bool on) => After(
        await sender.Send(new SwitchHook(HookId, on), HttpContext.RequestAborted),
        on ? words["Switched on."] : words["Switched off. What happens meanwhile is not kept for it."]);

    public async Task<IActionResult> OnPostRotateAsync()
    {
        var made = await sender.Send(new RotateHookSecret(HookId), HttpContext.RequestAborted);
        if (!made.Ok) return this.Refused(made.Error);
        TempData[HooksPage.FreshSecret] = made.Value;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostTestAsync() => After(
        await sender.Send(new TestHook(HookId), HttpContext.RequestAborted), words["On its way. Load the page again in some seconds."]);

    public async Task<IActionResult> OnPostReplayAsync(string? delivery) => After(
        await sender.Send(new ReplayHookDelivery(HookId, delivery ?? ""), HttpContext.RequestAborted),
        words["It is sent again within seconds, under the same id."]);

    public async Task<IActionResult> OnPostReplayAllAsync()
    {
        var again = await sender.Send(new ReplayGivenUp(HookId), HttpContext.RequestAborted);
        return After(again.Bare, words["They are sent again within seconds, each under its old id."]);
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var removed = await sender.Send(new RemoveHook(HookId), HttpContext.RequestAborted);
        if (!removed.Ok) return this.Refused(removed.Error);
        this.Say(words["Removed. Nothing more is sent there."]);
        return LocalRedirect(List);
    }

    public string Address(HookDeliveryState? state, string? after = null, string? open = null) => QueryHelpers.AddQueryString(
        $"{List}/{HookId}",
        new Dictionary<string, string?> { ["state"] = state?.ToString(), ["after"] = after, ["open"] = open }
            .Where(pair => !string.IsNullOrEmpty(pair.Value)));

    private async Task<Error?> ReadAsync(string? after)
    {
        var hook = await sender.Send(new GetHook(HookId), HttpContext.RequestAborted);
        if (!hook.Ok) return hook.Error;
        Hook = hook.Value;
        var log = await sender.Send(new ListHookDeliveries(HookId, State, after), HttpContext.RequestAborted);
        if (log.Ok) Log = log.Value;
        return log.Error;
    }

    private IActionResult After(Result done, string said)
    {
        if (done.Error is { Kind: ErrorKind.Conflict } late) this.Say(words.Refusal(late.Message), Tone.Warn);
        else if (!done.Ok) return this.Refused(done.Error);
        else this.Say(said);
        return RedirectToPage();
    }
}
