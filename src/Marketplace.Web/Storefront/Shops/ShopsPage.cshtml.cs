using Marketplace.Growth.Search;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Marketplace.Web.Storefront.Shops;

[OutputCache(PolicyName = ShopCache.Name)]
public sealed class ShopsPageModel(ISender sender) : PageModel
{
    public static readonly IReadOnlyList<(string Key, string Text)> Sorts =
        [("popular", "Most orders"), ("rating", "Best rated"), ("name", "By name"), ("new", "Newest")];

    public SellersPage Shops { get; private set; } = null!;

    public string Q { get; private set; } = "";

    public string? Sort { get; private set; }

    public int Pages => (Shops.Total + Shops.PageSize - 1) / Shops.PageSize;

    public async Task<IActionResult> OnGetAsync(string? q, string? sort, int page = 1)
    {
        (Q, Sort) = ((q ?? "").Trim(), sort);
        var found = await sender.Send(
            new ListSellersDirectory(Q, null, SortOf(sort), Math.Max(1, page)), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        Shops = found.Value;
        return Page();
    }

    private static SellersSort SortOf(string? key) => key switch
    {
        "rating" => SellersSort.Rating,
        "name" => SellersSort.Name,
        "new" => SellersSort.Newest,
        _ => SellersSort.Popular,
    };
}
