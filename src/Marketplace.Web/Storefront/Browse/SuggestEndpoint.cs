using System.Globalization;
using Marketplace.Growth.Search;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Browse;

/// <summary>One line under the search box.</summary>
public sealed record SuggestLine(string Text, string Href, string? Note = null);

internal static class SuggestEndpoint
{
    public static void MapSuggest(this IEndpointRouteBuilder routes) => routes.MapGet("/suggest", async (
        HttpContext http, string? q, ISender sender, ICurrentMarket market, IStringLocalizer<Words> words) =>
    {
        var text = (q ?? "")[..Math.Min(q?.Length ?? 0, SearchLimits.MaxTextLength)];
        var found = await sender.Send(new SuggestSearch(market.Market, text), http.RequestAborted);
        if (!found.Ok) return Outcomes.Problem(found.Error);
        http.Response.Headers.CacheControl = "private, max-age=60";
        return Results.Ok(Lines(found.Value, words));
    }).RequireRateLimiting(RateLimits.Search);

    private static IEnumerable<SuggestLine> Lines(SuggestResult found, IStringLocalizer<Words> words) =>
    [
        .. found.Queries.Take(4).Select(query => new SuggestLine(query, "/search?q=" + Uri.EscapeDataString(query))),
        .. found.Categories.Take(2).Select(c => new SuggestLine(
            c.Name, "/search?f.category=" + Uri.EscapeDataString(c.Id), words.Count(c.Listings, "{0} thing", "{0} things"))),
        .. found.Shops.Take(2).Select(shop => new SuggestLine(shop.Name, $"/s/{shop.Slug}", words["Shop"])),
        .. found.Listings.Take(3).Select(hit => new SuggestLine(
            hit.Title, Tiles.Address(hit.Slug, hit.ShortId),
            MoneyText.Format(hit.PriceMinMinor, hit.Currency, CultureInfo.CurrentCulture))),
    ];
}
