using Marketplace.Accounts.Identity;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Storefront.People;

/// <summary>Signing out changes something, hence a question and a post.</summary>
public sealed class LogoutModel(ISender sender) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await sender.Send(new SignOut(), HttpContext.RequestAborted);
        return LocalRedirect("/");
    }
}
