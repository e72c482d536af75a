using Marketplace.Accounts.Identity;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.People;

public sealed class ConfirmModel(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string ReturnUrl { get => LocalUrl.Or(field, "/account"); set; } = "/account";

    public bool IsSpent { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        var result = await sender.Send(new ConfirmEmail(token), HttpContext.RequestAborted);
        if (!result.Ok)
        {
            IsSpent = true;
            return this.Again(result.Error);
        }

        this.Say(words["Thank you, your address is confirmed. Log in, and off you go."]);
        return LocalRedirect("/login?returnUrl=" + Uri.EscapeDataString(ReturnUrl));
    }
}
