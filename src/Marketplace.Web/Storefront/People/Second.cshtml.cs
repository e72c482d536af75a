using Marketplace.Accounts.Identity.Passkeys;
using Marketplace.Accounts.Identity.SecondFactor;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Marketplace.Web.Storefront.People;

/// <summary>After the right password: the second factor, within ten minutes.</summary>
[EnableRateLimiting(RateLimits.Login)]
public sealed class SecondModel(ISender sender) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string ReturnUrl { get => LocalUrl.Or(field, "/account"); set; } = "/account";

    [BindProperty]
    public CodeInput Input { get; set; } = new();

    public SecondStep Step { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() is null ? Page() : BackToLogin();

    public async Task<IActionResult> OnPostAsync()
    {
        var done = await sender.Send(new GiveSecondFactor(Input.Code ?? ""), HttpContext.RequestAborted);
        if (done.Ok) return LocalRedirect(ReturnUrl);
        return await ReadAsync() is null ? this.Again(done.Error) : BackToLogin();
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, string? state)
    {
        var done = await sender.Send(
            new SignInByPasskey(credential ?? "", state ?? "", IsSecondStep: true), HttpContext.RequestAborted);
        if (done.Ok) return LocalRedirect(ReturnUrl);
        return await ReadAsync() is null
            ? this.Again(new Error(done.Error.Code, done.Error.Message, done.Error.Kind)) : BackToLogin();
    }

    private LocalRedirectResult BackToLogin() => LocalRedirect("/login?returnUrl=" + Uri.EscapeDataString(ReturnUrl));

    private async Task<Error?> ReadAsync()
    {
        var step = await sender.Send(new GetSecondStep(), HttpContext.RequestAborted);
        if (step.Ok) Step = step.Value;
        return step.Error;
    }

    public sealed class CodeInput
    {
        public string? Code { get; set; }
    }
}
