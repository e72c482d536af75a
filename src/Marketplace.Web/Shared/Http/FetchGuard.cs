namespace Marketplace.Web.Shared.Http;

/// <summary>Endpoints that answer machines by signature or key, never by cookie.</summary>
public sealed class ForMachines;

/// <summary>
/// Refuses writes that another site's page made a browser send. Browsers say so themselves (Sec-Fetch-Site, older
/// ones Origin); what says neither is no browser and carries nobody's cookies. This is what guards the basket, whose
/// pages carry no antiforgery token because they are cached; all other forms have a token as well.
/// </summary>
internal sealed class FetchGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (IsSafe(http.Request.Method) || IsOwn(http.Request) || IsForMachines(http)
            || http.Request.Path.StartsWithSegments("/error")) return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin == "" || (Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsForMachines(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<ForMachines>() is not null;
}
