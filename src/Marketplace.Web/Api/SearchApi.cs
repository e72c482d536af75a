using System.ComponentModel;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Growth.Search;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Api.Document;
using Marketplace.Web.Api.Http;
using Marketplace.Web.Shared.Market;
using Mediator;

namespace Marketplace.Web.Api;

[Description("A shop, as buyers know it.")]
internal sealed record ShopShape(string Slug, string Name);

[Description("A listing that was found.")]
internal sealed record SearchItem(
    string Id, string ShortId, string Title, string Url, string? Brand, string? Category, string CurrencyCode, long PriceFromMinor,
    long PriceToMinor, bool InStock, double Rating, int Ratings, ShopShape Shop);

[Description("A page of what was found; total is exact.")]
internal sealed record SearchAnswer(IReadOnlyList<SearchItem> Items, string? Next, int Total, string? DidYouMean);

/// <summary>The shop window: open to everybody, in the market that the caller names.</summary>
internal static class SearchApi
{
    private const int UsualSize = 24;

    /// <summary>The market's own, for everything that shows prices.</summary>
    public static readonly ApiParameter Country =
        new("country", "Where it shall be sent, like DE; without it the platform's first country.", "DE") { Pattern = "^[A-Z]{2}$" };

    public static readonly ApiParameter CurrencyCode =
        new("currency", "The currency of prices; without it the country's.", "EUR") { Pattern = "^[A-Z]{3}$" };

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/search", SearchAsync)
        .Describe("searchListings", "Shop window", "Search", null, "What can be bought and sent to the country, with its prices.")
        .With(
            new ApiParameter("q", "Words to look for.", "mug") { MaximumLength = SearchLimits.MaxTextLength },
            new ApiParameter("category", "Only one category and those below it.", ExampleId.Category) { MaximumLength = 40 },
            ApiParameter.OfEnum<SearchSort>("sort", "What comes first.", "relevance"),
            new ApiParameter("priceFrom", "The least price, in minor units.", "500") { Type = "integer", Maximum = 100_000_000_000 },
            new ApiParameter("priceTo", "The highest price, in minor units.", "5000") { Type = "integer", Maximum = 100_000_000_000 },
            new ApiParameter("inStock", "Only what can be bought now.", "true") { Type = "boolean" },
            Country, CurrencyCode, ApiParameter.Limit(SearchLimits.MaxPageSize), ApiParameter.Cursor)
        .Gives(200, "A page of listings.", new SearchAnswer(
            [new SearchItem(ExampleId.Listing, "8q4zk2m1va", "Speckled mug", "/p/speckled-mug-8q4zk2m1va", "Kiln & Clay", "Mugs", "EUR",
                1900, 1900, true, 4.8, 31, new ShopShape("kiln-and-clay", "Kiln & Clay"))], null, 1, null));

    private static async Task<IResult> SearchAsync(HttpContext http, ISender sender, ICurrentMarket market, ISettings settings)
    {
        var cursor = Cursor.Read(http);
        if (!cursor.Ok) return new ApiRefusal(cursor.Error);
        var (from, to) = (Query.Amount(http, "priceFrom"), Query.Amount(http, "priceTo"));
        var found = await sender.Send(
            new SearchListings(await MarketAsync(http, market, settings))
            {
                Text = Query.Text(http, "q") ?? "", CategoryId = PublicId.ReadOrNull(PublicId.Category, Query.Text(http, "category")),
                Sort = Query.Choice<SearchSort>(http, "sort") ?? SearchSort.Relevance,
                Price = from is null && to is null ? null : new PriceFilter(from, to), InStockOnly = Query.Flag(http, "inStock"),
                Page = cursor.Value.Page, PageSize = Query.Number(http, "limit", UsualSize), WithFacets = false,
            }, http.RequestAborted);
        if (!found.Ok) return new ApiRefusal(found.Error);
        var page = found.Value;
        var next = page.Page < page.Pages ? (page.Page + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        return Results.Ok(new SearchAnswer([.. page.Hits.Select(Item)], Cursor.Write(next), page.Total, page.DidYouMean));
    }

    /// <summary>The request's market, moved to the country and currency that it names; unknown ones change nothing.</summary>
    internal static async Task<Market> MarketAsync(HttpContext http, ICurrentMarket market, ISettings settings)
    {
        var known = await settings.GetAsync(http.RequestAborted);
        var country = MarketReader.Known(known.Countries, Query.Text(http, "country"));
        var moved = country is null ? market.Market
            : market.Market with { Country = country, CurrencyCode = MarketReader.CurrencyOf(country, known) };
        return MarketReader.Known(known.Currencies, Query.Text(http, "currency")) is { } currency
            ? moved with { CurrencyCode = currency } : moved;
    }

    private static SearchItem Item(SearchHit hit) => new(
        PublicId.Of(PublicId.Listing, hit.ListingId), hit.ShortId, hit.Title, $"/p/{hit.Slug}-{hit.ShortId}", hit.Brand, hit.CategoryName,
        hit.Currency, hit.PriceMinMinor, hit.PriceMaxMinor, hit.InStock, hit.RatingAverage, hit.RatingCount,
        new ShopShape(hit.Seller.Slug, hit.Seller.Name));
}
