using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Shared.Http;

/// <summary>Pages are read and posted to; any other method would draw them without having read their data.</summary>
internal sealed class PageMethods(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method)
            || http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null) return next(http);
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        http.Response.Headers.Allow = "GET, HEAD, POST";
        // The page that tells of it is a page too: no body instead.
        http.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodePagesFeature>()?.Enabled = false;
        return Task.CompletedTask;
    }
}
