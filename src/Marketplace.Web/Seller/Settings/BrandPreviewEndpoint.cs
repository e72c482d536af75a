using Marketplace.Accounts.Sellers;

namespace Marketplace.Web.Seller.Settings;

internal static class BrandPreviewEndpoint
{
    /// <summary>A colour that is being tried on, for the sample alone; only a well-formed colour ever gets into the file.</summary>
    public static void MapBrandPreview(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/seller/{seller}/settings/brand-preview.css", (string seller, string? colour, HttpContext http) =>
        {
            if (!BrandColour.IsWellFormed(colour)) return Results.NotFound();
            http.Response.Headers.CacheControl = "private, max-age=3600";
            return Results.Text(BrandColour.StyleSheet(colour!, ".brand-sample"), "text/css; charset=utf-8");
        });
}
