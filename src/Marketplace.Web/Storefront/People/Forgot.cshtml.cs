using Marketplace.Accounts.Identity;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Marketplace.Web.Storefront.People;

[EnableRateLimiting(RateLimits.Login)]
public sealed class ForgotModel(ISender sender) : PageModel
{
    [BindProperty]
    public ForgotInput Input { get; set; } = new();

    public bool IsSent { get; private set; }

    public void OnGet()
    {
    }

    /// <summary>The same page for every address: it does not tell who has an account.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var result = await sender.Send(new RequestPasswordReset(Input.Email ?? ""), HttpContext.RequestAborted);
        if (!result.Ok) return this.Again(result.Error);
        IsSent = true;
        return Page();
    }

    public sealed class ForgotInput
    {
        public string? Email { get; set; }
    }
}
