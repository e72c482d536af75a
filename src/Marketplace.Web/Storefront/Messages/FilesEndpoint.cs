using Marketplace.Care.Messages;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Mediator;

namespace Marketplace.Web.Storefront.Messages;

internal static class FilesEndpoint
{
    /// <summary>
    /// Files of messages, for the two alone: never from a shared cache, a PDF only as a download, and nothing in them may
    /// run as a page of this host.
    /// </summary>
    public static void MapMessageFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            "/messages/{thread}/files/{file}", async (HttpContext http, string thread, string file, ISender sender) =>
                Answer(http, await sender.Send(new OpenMyFile(thread, file), http.RequestAborted)));
        routes.MapGet(
            "/seller/{seller}/messages/{thread}/files/{file}",
            async (HttpContext http, string thread, string file, ISender sender) =>
                Answer(http, await sender.Send(new OpenFile(thread, file), http.RequestAborted)));
    }

    private static IResult Answer(HttpContext http, Result<OpenedFile> opened)
    {
        if (!opened.Ok) return Results.StatusCode(Outcomes.StatusOf(opened.Error.Kind));
        http.Response.Headers.CacheControl = "private, max-age=3600";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return opened.Value.IsDownload
            ? Results.Stream(opened.Value.Content, opened.Value.ContentType, opened.Value.FileName)
            : Results.Stream(opened.Value.Content, opened.Value.ContentType);
    }
}
