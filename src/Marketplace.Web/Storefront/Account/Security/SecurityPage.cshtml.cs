using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.External;
using Marketplace.Accounts.Identity.Passkeys;
using Marketplace.Accounts.Identity.SecondFactor;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Account.Security;

/// <summary>How the account is guarded: passkeys, app, recovery codes, other sites' accounts.</summary>
public sealed class SecurityPageModel(ISender sender, ExternalSites sites, IStringLocalizer<Words> words) : PageModel
{
    /// <summary>Who was led here: staff, or a seller on the way to payouts.</summary>
    [BindProperty(SupportsGet = true, Name = "for")]
    public string? For { get; set; }

    [BindProperty]
    public KeyInput Key { get; set; } = new();

    public MySecurity Security { get; private set; } = null!;

    /// <summary>Null until they have shown that it is them, and when there are enough.</summary>
    public PasskeyQuestion? NewKey { get; private set; }

    public bool HasGoogle => sites.Google;

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() is { } error ? this.Refused(error) : Page();

    public async Task<IActionResult> OnPostBeginAppAsync()
    {
        var begun = await sender.Send(new BeginTotp(), HttpContext.RequestAborted);
        return begun.Ok ? LocalRedirect("/account/security/app") : await AgainAsync(begun.Error);
    }

    public async Task<IActionResult> OnPostRemoveAppAsync() => await AfterAsync(
        await sender.Send(new RemoveTotp(), HttpContext.RequestAborted), words["The app is removed."]);

    public async Task<IActionResult> OnPostAddKeyAsync(string? credential, string? state)
    {
        var added = await sender.Send(
            new AddPasskey(Key.Name ?? "", credential ?? "", state ?? ""), HttpContext.RequestAborted);
        if (!added.Ok) return await AgainAsync(added.Error);
        this.Say(words["The passkey is added. Next time, log in with it."]);
        return this.ShowCodes(added.Value);
    }

    public async Task<IActionResult> OnPostRemoveKeyAsync(string? key) => await AfterAsync(
        await sender.Send(new RemovePasskey(key ?? ""), HttpContext.RequestAborted), words["The passkey is removed."]);

    public async Task<IActionResult> OnPostCodesAsync()
    {
        var made = await sender.Send(new RenewRecoveryCodes(), HttpContext.RequestAborted);
        return made.Ok ? this.ShowCodes(made.Value) : await AgainAsync(made.Error);
    }

    /// <summary>On to Google, which sends people back to the page that joins the two.</summary>
    public IActionResult OnPostGoogle() => !HasGoogle
        ? NotFound()
        : Challenge(new AuthenticationProperties { RedirectUri = "/account/security/google" }, External.Google);

    public async Task<IActionResult> OnPostUnlinkAsync() => await AfterAsync(
        await sender.Send(new UnlinkExternal(External.Google), HttpContext.RequestAborted),
        words["Your Google account no longer opens this one."]);

    private async Task<IActionResult> AfterAsync(Result done, string said)
    {
        if (!done.Ok) return await AgainAsync(done.Error);
        this.Say(said);
        return RedirectToPage();
    }

    private async Task<IActionResult> AgainAsync(Error error) =>
        await ReadAsync() is { } other ? this.Refused(other) : this.Again(error, "Key");

    private async Task<Error?> ReadAsync()
    {
        var security = await sender.Send(new GetMySecurity(), HttpContext.RequestAborted);
        if (!security.Ok) return security.Error;
        Security = security.Value;
        // Refused when there are enough: then there is nothing to add.
        if (Security.IsFresh) NewKey = (await sender.Send(new AskNewPasskey(), HttpContext.RequestAborted)).Value;
        return null;
    }

    public sealed class KeyInput
    {
        public string? Name { get; set; }
    }
}
