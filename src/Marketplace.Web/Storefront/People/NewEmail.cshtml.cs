using Marketplace.Accounts.Identity;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.People;

/// <summary>Where the link in the mail to a new address leads; a mail program that looks ahead changes nothing.</summary>
public sealed class NewEmailModel(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public bool IsSpent { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        var result = await sender.Send(new ConfirmEmailChange(token), HttpContext.RequestAborted);
        if (!result.Ok)
        {
            IsSpent = true;
            return this.Again(result.Error);
        }

        this.Say(words["Done. You log in with your new address from now on."]);
        return LocalRedirect("/account");
    }
}
