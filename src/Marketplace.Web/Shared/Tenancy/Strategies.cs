using Marketplace.Kernel.Tenancy;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Shared.Tenancy;

/// <summary>A strategy that also says what the address means.</summary>
internal interface IPlaceStrategy : IMultiTenantStrategy
{
    TenantPlace Place { get; }
}

/// <summary><c>{seller}.host</c>; in development <c>{seller}.localhost</c>, which browsers resolve by themselves.</summary>
internal sealed class SubdomainStrategy(IOptions<PlatformOptions> platform) : IPlaceStrategy
{
    public int Priority => 90;

    public TenantPlace Place => TenantPlace.ShopHost;

    public ValueTask<string?> GetIdentifierAsync(object context)
    {
        var host = ((HttpContext)context).Request.Host.Host;
        var suffix = "." + platform.Value.Host;
        return ValueTask.FromResult(host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
            ? host[..^suffix.Length].ToLowerInvariant()
            : null);
    }
}

/// <summary><c>/s/{seller}</c> and <c>/seller/{seller}/…</c>: the place comes from the route, not from the text.</summary>
internal sealed class RouteStrategy(string prefix, TenantPlace place, int priority) : IPlaceStrategy
{
    public int Priority => priority;

    public TenantPlace Place => place;

    public ValueTask<string?> GetIdentifierAsync(object context)
    {
        var http = (HttpContext)context;
        return ValueTask.FromResult(
            http.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase)
                ? http.GetRouteValue("seller") as string
                : null);
    }
}
