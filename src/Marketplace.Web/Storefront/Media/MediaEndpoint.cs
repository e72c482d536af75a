using Marketplace.Catalog.Media;
using Marketplace.Web.Shared.Errors;
using Mediator;

namespace Marketplace.Web.Storefront.Media;

internal static class MediaEndpoint
{
    /// <summary>Pictures by their content: what an address names never changes, so it is kept for good.</summary>
    public static void MapMedia(this IEndpointRouteBuilder routes) => routes.MapGet("/media/{hash}/{width:int}.webp", async (
        HttpContext http, string hash, int width, ISender sender) =>
    {
        var picture = await sender.Send(new OpenPicture(hash, width), http.RequestAborted);
        if (!picture.Ok) return Outcomes.Problem(picture.Error);
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Stream(picture.Value, "image/webp");
    });
}
