using System.Globalization;
using Marketplace.Growth.Content;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Storefront.Browse;

[OutputCache(PolicyName = ShopCache.Name)]
public sealed class CollectionPageModel(
    ISender sender, ShelfMaker shelves, ICurrentMarket market, IStringLocalizer<Words> words, IOptions<PlatformOptions> platform)
    : PageModel
{
    public string Title { get; private set; } = "";

    public string Lead { get; private set; } = "";

    public string Canonical { get; private set; } = "";

    public IReadOnlyList<ProductTile> Tiles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        var shelf = await sender.Send(new GetCollection(slug), HttpContext.RequestAborted);
        if (!shelf.Ok) return this.Refused(shelf.Error);
        var (caps, currency) = (shelf.Value.PriceCaps, market.Market.CurrencyCode);
        // Without an amount in this currency the shelf is empty, and its page says so.
        Title = PriceCaps.Say(shelf.Value.Title, caps, currency, CultureInfo.CurrentCulture) ?? words["Collection"];
        (Lead, Canonical) = (shelf.Value.Lead, $"{platform.Value.Url}/collections/{shelf.Value.Slug}");
        Tiles = await shelves.AllAsync(shelf.Value, HttpContext.RequestAborted);
        return Page();
    }
}
