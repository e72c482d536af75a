using Marketplace.Accounts.Hooks;
using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Settings;

/// <summary>The addresses of a shop's programs that are told of what happens.</summary>
[ResponseCache(NoStore = true)]
public sealed class HooksPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    /// <summary>Carries a secret, sealed in a cookie, to the one page that shows it once.</summary>
    internal const string FreshSecret = "fresh-hook-secret";

    [BindProperty]
    public HookInput Input { get; set; } = new();

    public IReadOnlyList<HookView> Hooks { get; private set; } = [];

    public string Slug => (string)RouteData.Values["seller"]!;

    public IEnumerable<Choice> Choices => HookEvents.All.Select(e => new Choice(e, HookWords.Of(e, words)));

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() is { } error ? this.Refused(error) : Page();

    public async Task<IActionResult> OnPostAddAsync()
    {
        var added = await sender.Send(new AddHook(Input.Url ?? "", Input.Events ?? []), HttpContext.RequestAborted);
        if (!added.Ok) return await ReadAsync() is { } error ? this.Refused(error) : this.Again(added.Error);
        TempData[FreshSecret] = added.Value.Secret;
        return LocalRedirect($"/seller/{Slug}/settings/hooks/{added.Value.Id}");
    }

    private async Task<Error?> ReadAsync()
    {
        var found = await sender.Send(new ListHooks(), HttpContext.RequestAborted);
        if (found.Ok) Hooks = found.Value;
        return found.Error;
    }
}

/// <summary>What a form says of a webhook.</summary>
public sealed class HookInput
{
    public string? Url { get; set; }

    public List<string>? Events { get; set; } = [];
}
