using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Tenancy;

namespace Marketplace.Web.Shared.Tenancy;

/// <summary>What a request to the API showed: a key or none, and who that is.</summary>
/// <param name="IsGiven">Something stood in the Authorization header.</param>
/// <param name="Caller">Null without a key, and with one that does not work.</param>
internal sealed record ApiAccess(bool IsGiven, Caller? Caller)
{
    public const string Path = "/api/v1";

    /// <summary>Null for every request that is not the API's.</summary>
    public static ApiAccess? Of(HttpContext http) => http.Features.Get<ApiAccess>();
}

/// <summary>
/// The API's tenant is its key's (a key of staff has none), and nothing else in the request can name one. Only
/// the Authorization header is read: a key in an address would stand in logs.
/// </summary>
internal sealed class ApiKeyStrategy(KeyCallers keys, IMultiTenantStore store) : IPlaceStrategy
{
    private const string Scheme = "Bearer ";

    public int Priority => 100;

    public TenantPlace Place => TenantPlace.ApiKey;

    public async ValueTask<string?> GetIdentifierAsync(object context)
    {
        var http = (HttpContext)context;
        if (!http.Request.Path.StartsWithSegments(ApiAccess.Path)) return null;
        var header = http.Request.Headers.Authorization.ToString();
        var token = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
        var caller = await keys.FindAsync(token, http.RequestAborted);
        var tenant = caller?.TenantId is { } id ? await store.GetAsync(id, http.RequestAborted) : null;
        http.Features.Set(new ApiAccess(header != "", caller is { TenantId: null } || tenant is not null ? caller : null));
        return tenant?.Identifier;
    }
}
