using Marketplace.Care.Reviews;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Storefront.Reviews;

/// <summary>All reviews of a listing, by stars, with photos only, in the reader's order.</summary>
[OutputCache(PolicyName = ShopCache.Name)]
public sealed class ListingReviewsPage(ISender sender, ICurrentMarket market, IOptions<PlatformOptions> platform) : PageModel
{
    public static readonly IReadOnlyList<(string Key, ReviewOrder Order, string Text)> Orders =
    [
        ("helpful", ReviewOrder.Helpful, "Most helpful"), ("new", ReviewOrder.Newest, "Newest"), ("best", ReviewOrder.Best, "Best first"),
        ("worst", ReviewOrder.Worst, "Worst first"),
    ];

    public ProductPage Product { get; private set; } = null!;

    public ReviewPage Reviews { get; private set; } = null!;

    public int? Stars { get; private set; }

    public bool WithPhotos { get; private set; }

    public string Sort { get; private set; } = Orders[0].Key;

    public string Path => Product.Url + "/reviews";

    public string Canonical => platform.Value.Url + Path;

    public async Task<IActionResult> OnGetAsync(string address, int? stars, bool photos, string? sort, int page = 1)
    {
        var found = await sender.Send(
            new GetProductPage(address[(address.LastIndexOf('-') + 1)..], market.Market), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        Product = found.Value;
        if ($"{Product.Slug}-{Product.ShortId}" != address) return RedirectPermanent(Path + Request.QueryString);
        (Stars, WithPhotos) = (stars is >= 1 and <= 5 ? stars : null, photos);
        var (key, order, _) = Orders.FirstOrDefault(o => o.Key == sort, Orders[0]);
        Sort = key;
        var reviews = await sender.Send(
            new ListListingReviews(Product.ListingId, Stars, WithPhotos, order, page), HttpContext.RequestAborted);
        if (!reviews.Ok) return this.Refused(reviews.Error);
        Reviews = reviews.Value;
        return Page();
    }
}
