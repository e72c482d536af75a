using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Web.Tests.World;

/// <summary>One way to reach the host: a pattern, a method, and for pages the named handler.</summary>
/// <param name="Pattern">With a leading slash, defaults and constraints left out: <c>/seller/{seller}/orders/{id}</c>.</param>
public sealed record SiteRoute(string Method, string Pattern, string? Handler, bool IsPage, EndpointMetadataCollection Metadata)
{
    /// <summary>Whether the handler is named by the address's last segment instead of the query.</summary>
    public bool NamesHandlerInPath { get; init; }

    public bool Reads => Method is "GET" or "HEAD";

    /// <summary>As it is named in the tables of tests: <c>POST /cart?handler=Remove</c>.</summary>
    public string Name => $"{Method} {Pattern}{(Handler is null ? "" : "?handler=" + Handler)}";

    public IEnumerable<string> Parameters => Pattern.Split('{').Skip(1).Select(p => p[..p.IndexOf('}')]);

    public string Path(Func<string, string> value)
    {
        var path = Pattern;
        foreach (var parameter in Parameters) path = path.Replace($"{{{parameter}}}", value(parameter), StringComparison.Ordinal);
        path = path.Length > 1 ? path.TrimEnd('/') : path;
        return Handler is null ? path : NamesHandlerInPath ? $"{path}/{Handler}" : $"{path}?handler={Handler}";
    }

    /// <summary>Every route of the running host, found by reflection.</summary>
    public static async Task<IReadOnlyList<SiteRoute>> AllAsync(WebSite site)
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var found = new List<SiteRoute>();
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var pattern = Plain(endpoint);
            var named = pattern.EndsWith("/{handler}", StringComparison.Ordinal);
            if (named) pattern = pattern[..^"/{handler}".Length];
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
                found.AddRange(compiled.HandlerMethods.Count == 0
                    ? [new SiteRoute("GET", pattern, null, true, endpoint.Metadata)]
                    : compiled.HandlerMethods.Select(h => new SiteRoute(
                        h.HttpMethod.ToUpperInvariant(), pattern, h.Name is { Length: > 0 } name ? name : null, true,
                        endpoint.Metadata)
                    { NamesHandlerInPath = named }));
            }
            else
            {
                var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"];
                found.AddRange(methods.Select(m => new SiteRoute(m.ToUpperInvariant(), pattern, null, false, endpoint.Metadata)));
            }
        }

        return [.. found.DistinctBy(r => r.Name).OrderBy(r => r.Pattern, StringComparer.Ordinal).ThenBy(r => r.Name, StringComparer.Ordinal)];
    }

    private static string Plain(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(
        segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            _ => "",
        }))));
}
