using System.Globalization;
using Marketplace.Accounts.Identity;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Marketplace.Web.Storefront.People;

[EnableRateLimiting(RateLimits.Register)]
public sealed class RegisterModel(ISender sender) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string ReturnUrl { get => LocalUrl.Or(field, "/account"); set; } = "/account";

    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    /// <summary>The same page for every address: it does not tell who has an account.</summary>
    public bool IsSent { get; private set; }

    public void OnGet(string? email) => Input.Email = email;

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await sender.Send(
            new RegisterPerson(
                Input.Name ?? "", Input.Email ?? "", Input.Password ?? "", CultureInfo.CurrentUICulture.Name,
                ReturnUrl == "/account" ? null : ReturnUrl),
            HttpContext.RequestAborted);
        if (!result.Ok) return this.Again(result.Error);
        IsSent = true;
        return Page();
    }

    public sealed class RegisterInput
    {
        public string? Name { get; set; }
        public string? Email { get; set; }
        public string? Password { get; set; }
    }
}
