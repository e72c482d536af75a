using Marketplace.Kernel.Tenancy;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Shared.Tenancy;

/// <summary>
/// A shop on its own host. Its front page is <c>/s/{seller}</c> under another name.
/// Everything else (products with their basket, checkout, account, dashboards) lives on the platform's host, where
/// reading is sent on and writing is refused: no cookie of the platform ever reaches a seller's host.
/// </summary>
internal sealed class ShopHosts(RequestDelegate next, IOptions<PlatformOptions> platform, SubdomainStrategy subdomains)
{
    private static readonly string[] Shown = ["/media", "/assets", "/error", "/robots.txt", "/sitemap.xml"];

    public async Task InvokeAsync(HttpContext http, RequestTenant current, IMultiTenantStore store)
    {
        var host = http.Request.Host.Host;
        if (host.Equals(platform.Value.Host, StringComparison.OrdinalIgnoreCase) || IsProbe(http) || IsAddress(host))
        {
            await next(http);
            return;
        }

        var tenant = await subdomains.GetIdentifierAsync(http) is { } slug
            ? await store.GetByIdentifierAsync(slug, http.RequestAborted)
            : await store.GetByHostAsync(host, http.RequestAborted);
        if (tenant is not { State: TenantState.Open })
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        current.Set(tenant, TenantPlace.ShopHost);
        var path = http.Request.Path;
        if (path == "/" || path == "") http.Request.Path = $"/s/{tenant.Identifier}";
        else if (!IsShown(path, tenant.Identifier))
        {
            SendOn(http);
            return;
        }

        await next(http);
    }

    private void SendOn(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            http.Response.Redirect(platform.Value.Url + http.Request.Path + http.Request.QueryString);
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static bool IsShown(PathString path, string slug) =>
        Shown.Any(start => path.StartsWithSegments(start)) || path.StartsWithSegments($"/s/{slug}");

    /// <summary>Probes come by whatever name; an unknown host too is told in words that nothing is there.</summary>
    private static bool IsProbe(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/health") || http.Request.Path.StartsWithSegments("/error");

    /// <summary>Nobody's shop is an IP address: webhooks of the local simulator and probes use one.</summary>
    private static bool IsAddress(string host) => System.Net.IPAddress.TryParse(host.Trim('[', ']'), out _);
}
