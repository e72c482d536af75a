using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Shipping.Contracts;

namespace Marketplace.Web.Storefront.Basket;

/// <summary>
/// Where the basket would go, as exactly as the visitor said: the market's country, and the postcode and state typed
/// into the basket's little form. Enough for delivery and tax, and nothing personal.
/// </summary>
public static class Place
{
    private const string Cookie = "place";

    public static Destination Of(HttpContext http, Market market)
    {
        var kept = (http.Request.Cookies[Cookie] ?? "").Split('|');
        return kept is [var country, var region, var postcode] && country == market.Country
            ? new Destination(country, Blank(region), Blank(postcode))
            : new Destination(market.Country, market.Region, market.Postcode);
    }

    /// <summary>What is wrong with it, or null: then it is kept for a year.</summary>
    public static string? Keep(HttpContext http, Market market, string? region, string? postcode)
    {
        var tidy = Postcodes.Tidy(postcode);
        if (tidy.Length > 0 && Postcodes.Complaint(market.Country, tidy) is { } complaint) return complaint;
        var known = Regions.Of(market.Country).Any(r => r.Value == region) ? region : "";
        http.Response.Cookies.Append(Cookie, $"{market.Country}|{known}|{tidy}", new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true,
            MaxAge = TimeSpan.FromDays(365), Path = "/",
        });
        return null;
    }

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}
