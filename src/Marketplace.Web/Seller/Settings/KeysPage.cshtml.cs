using System.Globalization;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Keys;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Settings;

/// <summary>Why a key works or does not.</summary>
public enum KeyState
{
    Works,
    Revoked,
    Ended,
    MakerLeft,
}

/// <summary>Keys for a seller's programs: made, shown once, revoked.</summary>
[ResponseCache(NoStore = true)]
public sealed class KeysPage(ISender sender, IStringLocalizer<Words> words, DisplayClock clock) : PageModel
{
    private const string FreshKey = "fresh-key";

    [BindProperty]
    public KeyInput Input { get; set; } = new();

    public IReadOnlyList<ApiKeyRow> Keys { get; private set; } = [];

    /// <summary>The text of a key that was made just now; it travelled sealed in the message's cookie, once.</summary>
    public string? Fresh { get; private set; }

    public IEnumerable<Choice> Choices => ApiScopes.All.Select(scope => new Choice(scope, WordsOf(scope)));

    public async Task<IActionResult> OnGetAsync()
    {
        Fresh = TempData[FreshKey] as string;
        return await ReadAsync() is { } error ? this.Refused(error) : Page();
    }

    public async Task<IActionResult> OnPostMakeAsync()
    {
        DateOnly? lastDay = DateOnly.TryParseExact(
            Input.LastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var made = await sender.Send(new CreateApiKey(Input.Name ?? "", Input.Scopes ?? [], lastDay), HttpContext.RequestAborted);
        if (!made.Ok) return await ReadAsync() is { } error ? this.Refused(error) : this.Again(made.Error);
        TempData[FreshKey] = made.Value.Token;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRevokeAsync(string? keyId)
    {
        var revoked = await sender.Send(new RevokeApiKey(keyId ?? ""), HttpContext.RequestAborted);
        if (!revoked.Ok) return this.Refused(revoked.Error);
        this.Say(words["Revoked. The key no longer works."]);
        return RedirectToPage();
    }

    public KeyState StateOf(ApiKeyRow key) => key switch
    {
        { RevokedAtUtc: not null } => KeyState.Revoked,
        { UntilUtc: { } until } when until <= clock.UtcNow => KeyState.Ended,
        { MakerIsMember: false } => KeyState.MakerLeft,
        _ => KeyState.Works,
    };

    public string WordsOf(string scope) => scope switch
    {
        ApiScopes.ListingsRead => words["Read listings and stock"],
        ApiScopes.ListingsWrite => words["Change listings and prices"],
        ApiScopes.StockWrite => words["Change stock"],
        ApiScopes.OrdersRead => words["Read orders, with buyers' addresses"],
        ApiScopes.OrdersWrite => words["Accept, ship and cancel orders"],
        ApiScopes.MoneyRead => words["Read balance, payouts and statements"],
        _ => scope,
    };

    private async Task<Error?> ReadAsync()
    {
        var found = await sender.Send(new ListApiKeys(), HttpContext.RequestAborted);
        if (found.Ok) Keys = found.Value;
        return found.Error;
    }

    public sealed class KeyInput
    {
        public string? Name { get; set; }

        public List<string>? Scopes { get; set; } = [];

        public string? LastDay { get; set; }
    }
}
