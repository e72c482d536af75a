using Marketplace.Accounts.Identity.SecondFactor;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Account.Security;

/// <summary>The picture for the app, and the first code back.</summary>
[EnableRateLimiting(RateLimits.Login)]
public sealed class AppPageModel(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public CodeInput Input { get; set; } = new();

    public TotpEnrolment Enrolment { get; private set; } = null!;

    public IHtmlContent Picture => QrPicture.Of(Enrolment.Address, words["A picture that your app scans"]);

    /// <summary>In fours, to type it more easily.</summary>
    public string Key => string.Join(' ', Enrolment.Secret.Chunk(4).Select(four => new string(four)));

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() is { } error ? Away(error) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var done = await sender.Send(new ConfirmTotp(Input.Code ?? ""), HttpContext.RequestAborted);
        if (!done.Ok) return await ReadAsync() is { } error ? Away(error) : this.Again(done.Error);
        this.Say(words["Your app is set up. From now on we ask for its code after your password."]);
        return this.ShowCodes(done.Value);
    }

    /// <summary>Nothing begun, or confirmed already: there is nothing to show here.</summary>
    private IActionResult Away(Error error) =>
        error.Kind == ErrorKind.Conflict ? LocalRedirect("/account/security") : this.Refused(error);

    private async Task<Error?> ReadAsync()
    {
        var enrolment = await sender.Send(new GetTotpEnrolment(), HttpContext.RequestAborted);
        if (enrolment.Ok) Enrolment = enrolment.Value;
        return enrolment.Error;
    }

    public sealed class CodeInput
    {
        public string? Code { get; set; }
    }
}
