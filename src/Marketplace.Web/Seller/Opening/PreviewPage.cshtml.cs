using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Resources;
using Marketplace.Web.Storefront;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Opening;

/// <summary>The shop as buyers will see it, for its own team, before anybody has opened it.</summary>
public sealed class PreviewPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    private const int Most = 24;

    public SellerProfile Shop { get; private set; } = null!;

    public IReadOnlyList<ProductTile> Tiles { get; private set; } = [];

    public string Root { get; private set; } = "";

    /// <summary>The settings' own sample sheet, for the whole page.</summary>
    public string BrandCss { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string seller)
    {
        var settings = await sender.Send(new GetSellerSettings(), HttpContext.RequestAborted);
        if (!settings.Ok) return this.Refused(settings.Error);
        var listings = await sender.Send(new ListMyListings(ListingTab.Published, Take: Most), HttpContext.RequestAborted);
        if (!listings.Ok) return this.Refused(listings.Error);
        (Shop, Root) = (settings.Value.Profile, "/seller/" + seller);
        BrandCss = $"/s/{Shop.Slug}/brand-{BrandColour.HashOf(Shop.BrandColour)}.css";
        Tiles = [.. listings.Value.Rows.Where(r => r.Prices.Count > 0).Select(r => new ProductTile(
            r.Title, $"{Root}/preview/{r.Id}", Storefront.Tiles.Picture(r.Pictures.Count > 0 ? r.Pictures[0].Ref : null, ""),
            r.Prices[0].PriceMinor, r.Prices[0].CurrencyCode)
        {
            From = r.Variants > 1, When = r.Available > 0 ? null : words["Sold out"].Value,
        })];
        return Page();
    }
}
