using Marketplace.Accounts.Settings.Contracts;

namespace Marketplace.Web.Shared.Market;

internal static class MarketSwitch
{
    /// <summary>Remembers country, currency and language for a year; anything unknown is ignored.</summary>
    public static void MapMarketSwitch(this IEndpointRouteBuilder routes) => routes.MapPost("/market", async (
        HttpContext http, ISettings settings) =>
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var known = await settings.GetAsync(http.RequestAborted);
        var country = MarketReader.Known(known.Countries, form["country"]);
        var currency = MarketReader.Known(known.Currencies, form["currency"]);
        var locale = MarketReader.Known(known.Locales, form["locale"]);
        http.Response.Cookies.Append(MarketReader.Cookie, $"{country}.{currency}.{locale}", new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true,
            MaxAge = TimeSpan.FromDays(365), Path = "/",
        });
        return Results.LocalRedirect(Http.LocalUrl.Or(form["returnUrl"], "/"));
    });
}
