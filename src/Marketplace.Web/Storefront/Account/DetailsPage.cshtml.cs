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

/// <summary>A person's own name, mail address and password.</summary>
public sealed class DetailsPageModel(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public NameInput Named { get; set; } = new();

    [BindProperty]
    public MailInput Mail { get; set; } = new();

    [BindProperty]
    public PasswordInput Secret { get; set; } = new();

    public MyDetails Details { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        Named.Name = Details.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostNameAsync() => await AfterAsync(
        await sender.Send(new UpdateMyDetails(Named.Name ?? ""), HttpContext.RequestAborted), "Named", words["Your name is changed."]);

    public async Task<IActionResult> OnPostEmailAsync() => await AfterAsync(
        await sender.Send(new ChangeEmail(Mail.Email ?? ""), HttpContext.RequestAborted), "Mail",
        words["The link is on its way to the new address. It works once, for one day."]);

    public async Task<IActionResult> OnPostPasswordAsync() => await AfterAsync(
        await sender.Send(new ChangePassword(Secret.CurrentPassword ?? "", Secret.Password ?? ""), HttpContext.RequestAborted),
        "Secret", words["Your password is changed. Other devices are signed out."]);

    private async Task<IActionResult> AfterAsync(Result result, string form, string said)
    {
        if (result.Ok)
        {
            this.Say(said);
            return RedirectToPage();
        }

        if (await ReadAsync() is { } error) return this.Refused(error);
        if (form != "Named") Named.Name = Details.Name;
        return this.Again(result.Error, form);
    }

    private async Task<Error?> ReadAsync()
    {
        var details = await sender.Send(new GetMyDetails(), HttpContext.RequestAborted);
        if (details.Ok) Details = details.Value;
        return details.Error;
    }

    public sealed class NameInput
    {
        public string? Name { get; set; }
    }

    public sealed class MailInput
    {
        public string? Email { get; set; }
    }

    public sealed class PasswordInput
    {
        public string? CurrentPassword { get; set; }
        public string? Password { get; set; }
    }
}
