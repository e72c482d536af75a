using Marketplace.Accounts.Identity;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Account;

/// <summary>Asks for another mail address; nothing changes before the link that goes there is opened.</summary>
public sealed class EmailPageModel(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public EmailInput Input { get; set; } = new();

    public string Present { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() is { } error ? this.Refused(error) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var asked = await sender.Send(
            new RequestEmailChange(Input.CurrentPassword ?? "", Input.Email ?? ""), HttpContext.RequestAborted);
        if (!asked.Ok) return await ReadAsync() is { } error ? this.Refused(error) : this.Again(asked.Error);
        this.Say(words["The link is on its way to {0}. It works once, for one day.", Input.Email!.Trim()]);
        return LocalRedirect("/account/details");
    }

    private async Task<Error?> ReadAsync()
    {
        var details = await sender.Send(new GetMyDetails(), HttpContext.RequestAborted);
        if (details.Ok) Present = details.Value.Email;
        return details.Error;
    }

    public sealed class EmailInput
    {
        public string? Email { get; set; }
        public string? CurrentPassword { get; set; }
    }
}
