using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Layouts;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Marketplace.Web.Shared.Http;

/// <summary>
/// The shared cache of shop pages, <c>[OutputCache(PolicyName = ShopCache.Name)]</c>: serves and keeps answers only
/// for visitors without session, guest or message cookie, by host, address, country, currency and language.
/// </summary>
internal sealed class ShopCache : IOutputCachePolicy
{
    public const string Name = "shop";

    /// <summary>How long a price or the last item in stock may be shown late; the basket always asks again.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(20);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var may = HttpMethods.IsGet(http.Request.Method) && !IsPersonal(http);
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = context.AllowCacheStorage = may;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Life;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByHost = true;
        if (may)
        {
            var market = http.RequestServices.GetRequiredService<ICurrentMarket>().Market;
            context.CacheVaryByRules.VaryByValues["market"] = $"{market.Country}.{market.CurrencyCode}.{market.Locale}";
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>For a page that shows something which ends: no copy of it is kept longer.</summary>
    public static void KeepAtMost(HttpContext http, TimeSpan time)
    {
        if (http.Features.Get<IOutputCacheFeature>()?.Context is { } context && time < Life)
            context.ResponseExpirationTimeSpan = time > TimeSpan.Zero ? time : TimeSpan.FromTicks(1);
    }

    private static bool IsPersonal(HttpContext http)
    {
        var names = http.RequestServices.GetRequiredService<CookieNames>();
        var cookies = http.Request.Cookies;
        return cookies.ContainsKey(names.Session) || cookies.ContainsKey(names.Guest) || cookies.ContainsKey(Flash.Cookie);
    }
}
