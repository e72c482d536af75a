using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Api.Document;
using Marketplace.Web.Shared.Tenancy;

namespace Marketplace.Web.Api.Http;

/// <summary>
/// What every operation asks of a request: not too often, a key that works where one is given or needed, and no
/// parameter but those of the reference, each with a value that it allows.
/// </summary>
internal sealed class ApiDoor(RequestDelegate next, ApiLimits limits, CartTokens carts)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (ApiAccess.Of(http) is not { } access)
        {
            await next(http);
            return;
        }

        var operation = http.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>();
        var refusal = limits.Take(http, access) ? Refusal(http, access, operation) : ApiErrors.TooMany;
        if (refusal is null && operation is { NeedsCart: true }) refusal = OpenCart(http);
        if (refusal is null) await next(http);
        else await new ApiRefusal(refusal).ExecuteAsync(http);
    }

    /// <summary>From here on the caller is the cart's buyer, and nobody else: a key that came along opens nothing here.</summary>
    private Error? OpenCart(HttpContext http)
    {
        if (carts.Read(http.Request.Headers[CartTokens.Header]) is not { } buyerId) return ApiErrors.NoCart;
        http.Features.Set(new ApiAccess(IsGiven: true, new Caller(BuyerId: buyerId)));
        return null;
    }

    private static Error? Refusal(HttpContext http, ApiAccess access, ApiOperation? operation)
    {
        if (access is { IsGiven: true, Caller: null }) return ApiErrors.WrongKey;
        if (operation is null) return null;
        if (operation.Scope is not null && access.Caller is null) return ApiErrors.NoKey;
        foreach (var (name, values) in http.Request.Query)
        {
            if (operation.Parameters.FirstOrDefault(p => p.In == "query" && p.Name == name) is not { } known)
                return ApiErrors.UnknownParameter(name);
            if (values is not [{ } one] || !known.Accepts(one)) return ApiErrors.WrongValue(name);
        }

        foreach (var header in operation.Parameters.Where(p => p.In == "header"))
        {
            var given = http.Request.Headers[header.Name];
            if (given.Count == 0 && header == ApiParameter.IfMatch) return ApiErrors.NoVersion;
            if (given.Count > 0 && (given is not [{ } one] || !header.Accepts(one))) return ApiErrors.WrongValue(header.Name);
        }

        return null;
    }
}
