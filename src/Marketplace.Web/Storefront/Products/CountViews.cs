using Marketplace.Growth.Visits;

namespace Marketplace.Web.Storefront.Products;

/// <summary>
/// Counts the product pages that people open, those from the shared cache too. Robots that say so, pages that a browser
/// fetches ahead and answers without a page are left out. Nothing of the visitor is looked at beyond that, or kept.
/// </summary>
internal sealed class CountViews(RequestDelegate next, ViewCounter counter)
{
    private static readonly string[] Robots =
    [
        "bot", "crawl", "spider", "slurp", "preview", "fetch", "monitor", "headless", "lighthouse", "curl", "wget", "python", "java/",
        "okhttp", "go-http", "libwww", "scan", "archiver", "facebookexternalhit", "whatsapp", "node",
    ];

    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (http.Response.StatusCode == StatusCodes.Status200OK && IsLook(http.Request) && ShortId(http.Request.Path) is { } id)
            counter.Count(id);
    }

    private static bool IsLook(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) || request.Headers.ContainsKey("Sec-Purpose")) return false;
        var agent = request.Headers.UserAgent.ToString();
        return agent.Length > 0 && !Robots.Any(robot => agent.Contains(robot, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Of <c>/p/{slug}-{shortId}</c>; null for every other address.</summary>
    private static string? ShortId(PathString path)
    {
        if (!path.StartsWithSegments("/p", out var rest) || rest.Value is not { Length: > 1 } address) return null;
        var id = address[(address.LastIndexOf('-') + 1)..];
        return id.Length is > 0 and <= 26 && id.All(char.IsAsciiLetterOrDigit) ? id : null;
    }
}
