using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Pages;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Storefront.OwnPages;

/// <summary>A page that the operator wrote, in the visitor's language where it has one.</summary>
[OutputCache(PolicyName = ShopCache.Name)]
public sealed class OwnPageModel(ISender sender, ICurrentMarket market, IOptions<PlatformOptions> platform) : PageModel
{
    public PageView Shown { get; private set; } = null!;

    public string Html { get; private set; } = "";

    public string Canonical => $"{platform.Value.Url}/pages/{Shown.Slug}";

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (LegalPages.Slugs.Contains(slug)) return RedirectPermanent("/legal/" + slug);
        var page = await sender.Send(new GetPage(slug, market.Market.Locale), HttpContext.RequestAborted);
        if (!page.Ok) return this.Refused(page.Error);
        (Shown, Html) = (page.Value, PageMarkdown.ToHtml(page.Value.Body, underTitle: true));
        return Page();
    }
}
