using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Settings;

/// <summary>The seller terms in force, and their acceptance in exactly the version that stands on the page.</summary>
public sealed class TermsPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    /// <summary>Null while the platform has none.</summary>
    public LegalText? Terms { get; private set; }

    public bool IsAccepted { get; private set; }

    public string Html => Terms is null ? "" : PageMarkdown.ToHtml(Terms.Text);

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() is { } error ? this.Refused(error) : Page();

    public async Task<IActionResult> OnPostAsync(int version)
    {
        var accepted = await sender.Send(new AcceptTerms(version), HttpContext.RequestAborted);
        if (!accepted.Ok) return await ReadAsync() is { } error ? this.Refused(error) : this.Again(accepted.Error);
        this.Say(words["Thank you; version {0} is accepted.", version]);
        return RedirectToPage();
    }

    private async Task<Error?> ReadAsync()
    {
        var found = await sender.Send(new GetSellerSettings(), HttpContext.RequestAborted);
        if (!found.Ok) return found.Error;
        (Terms, IsAccepted) = (found.Value.Terms, found.Value.TermsAccepted);
        return null;
    }
}
