using Marketplace.Accounts.Sellers;
using Marketplace.Care.Messages;
using Marketplace.Care.Reviews;
using Marketplace.Growth.Following;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Resources;
using Marketplace.Web.Shared.Tenancy;
using Marketplace.Web.Storefront.Browse;
using Marketplace.Web.Storefront.Messages;
using Marketplace.Web.Storefront.Reviews;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Storefront.Shops;

/// <summary>A shop's own page, in its colours; also the front page of its own host.</summary>
[OutputCache(PolicyName = ShopCache.Name)]
public sealed class ShopPageModel(
    ISender sender, ICurrentMarket market, RequestTenant tenant, IOptions<PlatformOptions> platform,
    CurrentPerson person, IStringLocalizer<Words> words) : PageModel
{
    public PublicSeller Shop { get; private set; } = null!;

    public ResultsView Results { get; private set; } = null!;

    public string BrandCss { get; private set; } = "";

    public string Canonical { get; private set; } = "";

    public IReadOnlyList<ReviewCard> Reviews { get; private set; } = [];

    public string? ResponseTime { get; private set; }

    public bool CanFollow => person.Person is not null;

    public bool Follows { get; private set; }

    /// <summary>Of this page, on whichever host it is shown.</summary>
    public string Address { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string seller)
    {
        var shop = await sender.Send(new GetSellerPublic(seller), HttpContext.RequestAborted);
        if (!shop.Ok) return this.Refused(shop.Error);
        Shop = shop.Value;
        Address = tenant.Place == TenantPlace.ShopHost ? "/" : $"/s/{Shop.Slug}";
        BrandCss = $"/s/{Shop.Slug}/brand-{Shop.BrandCssHash}.css";
        Canonical = $"{platform.Value.Url}/s/{Shop.Slug}";

        var query = new ListingQuery(Request, market.Market, Address);
        var found = await sender.Send(
            query.ToMessage(market.Market) with { SellerId = Shop.TenantId }, HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        Results = new ResultsView(query, found.Value, market.Market.CurrencyCode)
        {
            Settled = new HashSet<string> { FacetKeys.Seller },
            EmptyText = "This shop sends nothing of that kind to your country in your currency.",
        };
        await ReadCareAsync();
        return Page();
    }

    private async Task ReadCareAsync()
    {
        if (Shop.RatingCount > 0)
        {
            var reviews = await sender.Send(new ListShopReviews(Shop.TenantId), HttpContext.RequestAborted);
            Reviews = [.. (reviews.Value ?? []).Select(r => ReviewCard.Of(r, Shop.Name, withListing: true))];
        }

        var minutes = await sender.Send(new GetResponseTime(Shop.TenantId), HttpContext.RequestAborted);
        ResponseTime = ResponseWords.Of(minutes.Value, words);
        if (CanFollow) Follows = (await sender.Send(new IsFollowing(Shop.TenantId), HttpContext.RequestAborted)).Value;
    }
}
