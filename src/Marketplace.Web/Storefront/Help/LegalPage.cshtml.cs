using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Marketplace.Web.Storefront.Help;

/// <summary>The newest version of a legal text, as the operator wrote it. HTML in it is shown as text.</summary>
[OutputCache(PolicyName = ShopCache.Name)]
public sealed class LegalPageModel(ISender sender) : PageModel
{
    public string Title { get; private set; } = "";

    public string? Html { get; private set; }

    public int TextVersion { get; private set; }

    public DateTime? SinceUtc { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kind)
    {
        (LegalTextKind? text, Title) = kind switch
        {
            "terms" => (LegalTextKind.Terms, "Terms"),
            "seller-terms" => (LegalTextKind.SellerTerms, "Terms for shops"),
            "privacy" => (LegalTextKind.Privacy, "Privacy"),
            "imprint" => (LegalTextKind.Imprint, "Imprint"),
            "accessibility" => ((LegalTextKind?)null, "Accessibility"),
            _ => (null, ""),
        };
        if (Title == "") return NotFound();
        if (text is null) return Page();
        var found = await sender.Send(new GetLegalText(text.Value), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        (Html, TextVersion, SinceUtc) = (PageMarkdown.ToHtml(found.Value.Text), found.Value.TextVersion, found.Value.SinceUtc);
        return Page();
    }
}
