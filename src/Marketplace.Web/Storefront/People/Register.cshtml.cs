using System.Globalization;
using Marketplace.Accounts.Identity;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.People;

[EnableRateLimiting(RateLimits.Register)]
public sealed class RegisterModel(ISender sender, GuestCookie guests, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string ReturnUrl { get => LocalUrl.Or(field, "/account"); set; } = "/account";

    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await sender.Send(
            new RegisterPerson(
                Input.Name ?? "", Input.Email ?? "", Input.Password ?? "", CultureInfo.CurrentUICulture.Name,
                guests.Read(HttpContext)),
            HttpContext.RequestAborted);
        if (!result.Ok) return this.Again(result.Error);
        this.Say(words["Welcome! We have sent you a mail to confirm your address."]);
        return LocalRedirect(ReturnUrl);
    }

    public sealed class RegisterInput
    {
        public string? Name { get; set; }
        public string? Email { get; set; }
        public string? Password { get; set; }
    }
}
