using Marketplace.Catalog.Media;
using Mediator;

namespace Marketplace.Web.Storefront.Media;

internal static class MediaEndpoint
{
    /// <summary>A picture by its content's hash: it never changes, so it is cached for ever.</summary>
    public static void MapMedia(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/media/{pictureRef}/{width:int}.webp", async (HttpContext http, string pictureRef, int width, ISender sender) =>
        {
            var picture = await sender.Send(new OpenPicture(pictureRef, width), http.RequestAborted);
            if (!picture.Ok) return Results.NotFound();
            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Stream(picture.Value, "image/webp");
        });
}
