using System.Globalization;
using System.Xml.Linq;
using Marketplace.Growth.Content;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Tenancy;
using Mediator;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Storefront.Feeds;

/// <summary>What search engines ask for. A shop's own host names nothing: its pages are canonical on the platform.</summary>
internal static class SitemapEndpoints
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void MapSitemap(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/robots.txt", (IOptions<PlatformOptions> platform) => Results.Text(
            "User-agent: *\nDisallow: /cart\nDisallow: /checkout\nDisallow: /account\nDisallow: /orders\nDisallow: /seller\n"
            + $"Disallow: /admin\nDisallow: /search\nDisallow: /suggest\n\nSitemap: {platform.Value.Url}/sitemap.xml\n"));
        routes.MapGet("/sitemap.xml", async (
            HttpContext http, ISender sender, RequestTenant tenant, IOptions<PlatformOptions> platform) =>
        {
            if (tenant.Place == TenantPlace.ShopHost) return Results.NotFound();
            var addresses = await sender.Send(new ListAddresses(), http.RequestAborted);
            if (!addresses.Ok) return Outcomes.Problem(addresses.Error);
            var entries = addresses.Value.Select(address => new XElement(
                Sitemap + "url",
                new XElement(Sitemap + "loc", platform.Value.Url + address.Path),
                address.ChangedAtUtc is { } changed
                    ? new XElement(Sitemap + "lastmod", changed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null));
            return Results.Text(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + new XElement(Sitemap + "urlset", entries),
                "application/xml; charset=utf-8");
        }).CacheOutput(ShopCache.Name);
    }
}
