using Marketplace.Accounts.Identity;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.People;

/// <summary>Opening the link changes nothing: scanners of mails open links too.</summary>
[EnableRateLimiting(RateLimits.Login)]
public sealed class ResetModel(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public ResetInput Input { get; set; } = new();

    public bool IsSpent { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        var result = await sender.Send(new ResetPassword(token, Input.Password ?? ""), HttpContext.RequestAborted);
        if (!result.Ok)
        {
            IsSpent = result.Error.Code == IdentityErrors.TokenSpent.Code;
            return this.Again(result.Error);
        }

        this.Say(words["Your password is saved. Log in with it."]);
        return LocalRedirect("/login");
    }

    public sealed class ResetInput
    {
        public string? Password { get; set; }
    }
}
