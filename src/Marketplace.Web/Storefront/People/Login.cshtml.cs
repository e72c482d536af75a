using Marketplace.Accounts.Identity;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Identity;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Marketplace.Web.Storefront.People;

[EnableRateLimiting(RateLimits.Login)]
public sealed class LoginModel(ISender sender, GuestCookie guests, CurrentPerson current) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string ReturnUrl { get => LocalUrl.Or(field, "/account"); set; } = "/account";

    [BindProperty]
    public LoginInput Input { get; set; } = new();

    public IActionResult OnGet() => current.Person is null ? Page() : LocalRedirect(ReturnUrl);

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await sender.Send(
            new SignIn(Input.Email ?? "", Input.Password ?? "", Input.Remember, guests.Read(HttpContext)),
            HttpContext.RequestAborted);
        return result.Ok ? LocalRedirect(ReturnUrl) : this.Again(result.Error);
    }

    public sealed class LoginInput
    {
        public string? Email { get; set; }
        public string? Password { get; set; }
        public bool Remember { get; set; }
    }
}
