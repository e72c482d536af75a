using System.Globalization;
using Marketplace.Web.Shared.Tenancy;
using Microsoft.AspNetCore.Diagnostics;

namespace Marketplace.Web.Api.Http;

/// <summary>
/// Before anything reads a cookie: the API knows none, so that no page of another site can make a browser use it, and
/// sets none. Its refusals are JSON, never the page that tells people of an error.
/// </summary>
internal sealed class ApiRequests(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(ApiAccess.Path)) return next(http);
        http.Request.Headers.Remove("Cookie");
        http.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        http.Response.Headers.Vary = "Accept-Language, Authorization, Cart-Token";
        http.Response.Headers.CacheControl = "no-store";
        return next(http);
    }
}

/// <summary>Gives words to every refusal that has none yet; behind the market, which knows the language.</summary>
internal sealed class ApiAnswers(RequestDelegate next, IEnumerable<IExceptionHandler> watchers, ILogger<ApiAnswers> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(ApiAccess.Path))
        {
            await next(http);
            return;
        }

        try
        {
            await next(http);
        }
        catch (BadHttpRequestException unreadable) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = unreadable.StatusCode;
        }
        catch (Exception failure) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            logger.LogError(failure, "{Method} {Path} failed", http.Request.Method, http.Request.Path);
            foreach (var watcher in watchers) await watcher.TryHandleAsync(http, failure, CancellationToken.None);
            http.Response.ContentType = null;
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        var status = http.Response.StatusCode;
        if (status < 400 || http.Response.HasStarted || http.Response.ContentType is not null) return;
        await new ApiRefusal(ApiErrors.OfStatus(status), status).ExecuteAsync(http);
    }
}
