using Marketplace.Accounts.Identity;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Passkeys;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Identity;
using Mediator;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Marketplace.Web.Storefront.People;

[EnableRateLimiting(RateLimits.Login)]
public sealed class LoginModel(ISender sender, GuestCookie guests, CurrentPerson current, ExternalSites sites) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string ReturnUrl { get => LocalUrl.Or(field, "/account"); set; } = "/account";

    [BindProperty]
    public LoginInput Input { get; set; } = new();

    public PasskeyQuestion? Passkey { get; private set; }

    public bool HasGoogle => sites.Google;

    public async Task<IActionResult> OnGetAsync()
    {
        if (current.Person is not null) return LocalRedirect(ReturnUrl);
        await AskAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await sender.Send(
            new SignIn(Input.Email ?? "", Input.Password ?? "", Input.Remember, guests.Read(HttpContext)),
            HttpContext.RequestAborted);
        if (!result.Ok) return await AgainAsync(result.Error);
        return result.Value switch
        {
            SignInStep.Done => LocalRedirect(ReturnUrl),
            SignInStep.SecondFactor => LocalRedirect("/login/second?returnUrl=" + Uri.EscapeDataString(ReturnUrl)),
        };
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, string? state)
    {
        var done = await sender.Send(
            new SignInByPasskey(credential ?? "", state ?? "", GuestBuyerId: guests.Read(HttpContext)), HttpContext.RequestAborted);
        return done.Ok ? LocalRedirect(ReturnUrl) : await AgainAsync(new Error(done.Error.Code, done.Error.Message, done.Error.Kind));
    }

    /// <summary>On to Google, which sends people back to its return page.</summary>
    public IActionResult OnPostGoogle() => !HasGoogle
        ? NotFound()
        : Challenge(
            new AuthenticationProperties { RedirectUri = "/login/google?returnUrl=" + Uri.EscapeDataString(ReturnUrl) },
            External.Google);

    private async Task<IActionResult> AgainAsync(Error error)
    {
        await AskAsync();
        return this.Again(error);
    }

    private async Task AskAsync() =>
        Passkey = (await sender.Send(new AskPasskey(), HttpContext.RequestAborted)).Value;

    public sealed class LoginInput
    {
        public string? Email { get; set; }
        public string? Password { get; set; }
        public bool Remember { get; set; }
    }
}
