using Marketplace.Accounts.Identity.SecondFactor;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Identity;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Marketplace.Web.Storefront.Account.Security;

/// <summary>Asks once more who it is, then goes on to where they wanted to go.</summary>
[EnableRateLimiting(RateLimits.Login)]
public sealed class ProvePageModel(ISender sender, CurrentPerson current) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string ReturnUrl { get => LocalUrl.Or(field, "/account/security"); set; } = "/account/security";

    [BindProperty]
    public ProofInput Input { get; set; } = new();

    public MyPasskeyQuestion Question { get; private set; } = null!;

    public string Email => current.Person?.Email ?? "";

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() is { } error ? this.Refused(error) : Page();

    public async Task<IActionResult> OnPostAsync() =>
        await AfterAsync(await sender.Send(new ProveAgain(Input.Proof ?? ""), HttpContext.RequestAborted));

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, string? state)
    {
        var shown = await sender.Send(new ProveAgainByPasskey(credential ?? "", state ?? ""), HttpContext.RequestAborted);
        return await AfterAsync(shown.Error is { } error ? new Error(error.Code, error.Message, error.Kind) : shown);
    }

    private async Task<IActionResult> AfterAsync(Result shown)
    {
        if (shown.Ok) return LocalRedirect(ReturnUrl);
        return await ReadAsync() is { } error ? this.Refused(error) : this.Again(shown.Error);
    }

    private async Task<Error?> ReadAsync()
    {
        var question = await sender.Send(new AskMyPasskey(), HttpContext.RequestAborted);
        if (question.Ok) Question = question.Value;
        return question.Error;
    }

    public sealed class ProofInput
    {
        public string? Proof { get; set; }
    }
}
