using Marketplace.Accounts.Identity.Privacy;
using Marketplace.Kernel.Ports;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Account;

/// <summary>A copy of all that is kept of a person, and the way to be forgotten.</summary>
public sealed class PrivacyPageModel(ISender sender, IFileStore files, IStringLocalizer<Words> words) : PageModel
{
    public MyPrivacy Privacy { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() is { } error ? this.Refused(error) : Page();

    public async Task<IActionResult> OnPostExportAsync() => await AfterAsync(
        await sender.Send(new RequestDataExport(), HttpContext.RequestAborted),
        words["We gather it now. A mail tells you when it is ready; that takes some minutes."]);

    public async Task<IActionResult> OnPostFetchAsync(string? export)
    {
        var path = await sender.Send(new OpenDataExport(export ?? ""), HttpContext.RequestAborted);
        if (!path.Ok) return await AfterAsync(path.Error, "");
        var file = await files.OpenAsync(path.Value, HttpContext.RequestAborted);
        return file is null ? this.Refused(PrivacyErrors.NoExport) : File(file, "application/zip", "my-data.zip");
    }

    public async Task<IActionResult> OnPostDeleteAsync() => await AfterAsync(
        await sender.Send(new RequestDeletion(), HttpContext.RequestAborted),
        words["Your account will be deleted in fourteen days. A mail has the link to keep it."]);

    public async Task<IActionResult> OnPostKeepAsync() => await AfterAsync(
        await sender.Send(new CancelDeletion(), HttpContext.RequestAborted), words["Your account stays. We are glad."]);

    private async Task<IActionResult> AfterAsync(Result done, string said)
    {
        if (!done.Ok) return await ReadAsync() is { } error ? this.Refused(error) : this.Again(done.Error);
        this.Say(said);
        return LocalRedirect("/account/privacy");
    }

    private async Task<Error?> ReadAsync()
    {
        var privacy = await sender.Send(new GetMyPrivacy(), HttpContext.RequestAborted);
        if (privacy.Ok) Privacy = privacy.Value;
        return privacy.Error;
    }
}
