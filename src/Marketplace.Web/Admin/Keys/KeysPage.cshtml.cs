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

namespace Marketplace.Web.Admin.Keys;

/// <summary>Keys for the platform's own programs: made, shown once, revoked.</summary>
[ResponseCache(NoStore = true)]
public sealed class KeysPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    private const string FreshKey = "fresh-staff-key";

    [BindProperty]
    public KeyInput Input { get; set; } = new();

    public IReadOnlyList<ApiKeyRow> Keys { get; private set; } = [];

    /// <summary>The text of a key that was made just now; it travelled sealed in the message's cookie, once.</summary>
    public string? Fresh { get; private set; }

    public IEnumerable<Choice> Choices => StaffScopes.All.Select(scope => new Choice(scope, WordsOf(scope)));

    public async Task<IActionResult> OnGetAsync()
    {
        Fresh = TempData[FreshKey] as string;
        return await ReadAsync() is { } error ? this.Refused(error) : Page();
    }

    public async Task<IActionResult> OnPostMakeAsync()
    {
        var made = await sender.Send(new CreateStaffKey(Input.Name ?? "", Input.Scopes ?? []), HttpContext.RequestAborted);
        if (!made.Ok) return await ReadAsync() is { } error ? this.Refused(error) : this.Again(made.Error);
        TempData[FreshKey] = made.Value.Token;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRevokeAsync(string? keyId)
    {
        var revoked = await sender.Send(new RevokeStaffKey(keyId ?? ""), HttpContext.RequestAborted);
        if (!revoked.Ok) return this.Refused(revoked.Error);
        this.Say(words["Revoked. The key no longer works."]);
        return RedirectToPage();
    }

    public string WordsOf(string scope) => scope switch
    {
        StaffScopes.SellersRead => words["Read sellers"],
        StaffScopes.SellersWrite => words["Decide on sellers"],
        StaffScopes.CommissionsRead => words["Read commission rules"],
        StaffScopes.CommissionsWrite => words["Change commission rules"],
        _ => scope,
    };

    private async Task<Error?> ReadAsync()
    {
        var found = await sender.Send(new ListStaffKeys(), HttpContext.RequestAborted);
        if (found.Ok) Keys = found.Value;
        return found.Error;
    }

    public sealed class KeyInput
    {
        public string? Name { get; set; }

        public List<string>? Scopes { get; set; } = [];
    }
}
