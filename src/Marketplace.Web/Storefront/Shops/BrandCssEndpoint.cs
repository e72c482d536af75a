using Marketplace.Accounts.Sellers;
using Mediator;

namespace Marketplace.Web.Storefront.Shops;

internal static class BrandCssEndpoint
{
    /// <summary>A shop's colours as a file of this host, since pages carry no inline style; never changes under its name.</summary>
    public static void MapBrandCss(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/s/{seller}/brand-{hash}.css", async (HttpContext http, string seller, string hash, ISender sender) =>
        {
            var css = await sender.Send(new GetBrandCss(seller, hash), http.RequestAborted);
            if (!css.Ok) return Results.NotFound();
            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Text(css.Value, "text/css; charset=utf-8");
        });
}
