using Marketplace.Kernel.Tenancy;

namespace Marketplace.Web.Shared.Tenancy;

/// <summary>
/// Resolves the tenant of every request, after routing and before anything that needs to know it. On the platform's
/// host only the route counts; a shop's own host has been rewritten to the shop's route before.
/// </summary>
internal sealed class TenancyMiddleware(RequestDelegate next, IEnumerable<IMultiTenantStrategy> strategies)
{
    private readonly IReadOnlyList<IPlaceStrategy> _strategies =
        [.. strategies.OfType<IPlaceStrategy>().OrderByDescending(strategy => strategy.Priority)];

    public async Task InvokeAsync(HttpContext http, RequestTenant current, IMultiTenantStore store)
    {
        foreach (var strategy in current.Tenant is null ? _strategies : [])
        {
            if (await strategy.GetIdentifierAsync(http) is not { } identifier) continue;
            if (await store.GetByIdentifierAsync(identifier, http.RequestAborted) is { } tenant)
                current.Set(tenant, strategy.Place);
            break;
        }

        if (NamesUnknownTenant(http, current) || IsHidden(current)) http.Response.StatusCode = 404;
        else await next(http);
    }

    private static bool NamesUnknownTenant(HttpContext http, RequestTenant current) =>
        current.Tenant is null && http.GetRouteValue("seller") is string
        && (http.Request.Path.StartsWithSegments("/s") || http.Request.Path.StartsWithSegments("/seller"));

    /// <summary>Buyers see open shops only; its own people work on a shop in any state.</summary>
    private static bool IsHidden(RequestTenant current) =>
        current.Place is TenantPlace.ShopHost or TenantPlace.ShopPage && current.Tenant!.State != TenantState.Open;
}
