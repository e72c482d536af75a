using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared.Tenancy;

namespace Marketplace.Web.Shared.Identity;

/// <summary>Who is signed in, for headers and menus; null for a guest.</summary>
public sealed class CurrentPerson
{
    public SignedInPerson? Person { get; internal set; }

    /// <summary>The role in the seller whose dashboard this is.</summary>
    public SellerRole? Role { get; internal set; }

    /// <summary>The shop that this session looks at for its seller.</summary>
    public RunningView? View { get; internal set; }
}

/// <summary>
/// From cookies to the request's <see cref="Caller"/>. Shops on hosts of their own never see a session. A dashboard is
/// not there for those who are no member; those who are not signed in are asked to. Staff without a second factor are led
/// to set one up, where it is required; the messages of the console would refuse them anyway.
/// </summary>
internal sealed class CallerMiddleware(RequestDelegate next, CallerFactory callers, GuestCookie guests)
{
    public async Task InvokeAsync(HttpContext http, CallerAccessor accessor, CurrentPerson current, RequestTenant tenant)
    {
        // The page that tells of an error asks nobody who it is: the database may be what failed.
        if (accessor.IsSet || http.Request.Path.StartsWithSegments("/error"))
        {
            if (!accessor.IsSet) accessor.Set(Caller.Anonymous);
            await next(http);
            return;
        }

        if (ApiAccess.Of(http) is { } access)
        {
            accessor.Set(access.Caller ?? Caller.Anonymous);
            await next(http);
            return;
        }

        var session = http.User.FindFirst(Session.SessionClaim)?.Value;
        var dashboard = tenant.Place == TenantPlace.Dashboard ? tenant.Tenant!.Id : null;
        var found = await callers.FindAsync(session, dashboard, GuestOf(http, session), http.RequestAborted);
        if (found?.Person is null && IsWorkArea(http.Request.Path) && !await IsSignedInAsync(found, session))
        {
            SendToLogin(http);
            return;
        }

        if (found is null)
        {
            accessor.Set(Caller.Anonymous);
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (OwesSecondFactor(http, found.Caller))
        {
            http.Response.Redirect("/account/security?for=staff");
            return;
        }

        accessor.Set(found.Caller);
        (current.Person, current.Role, current.View) = (found.Person, found.Role, found.View);
        await next(http);
    }

    private static bool OwesSecondFactor(HttpContext http, Caller caller) =>
        caller is { SecondFactorMissing: true, AdminPermissions.Count: > 0 }
        && http.Request.Path.StartsWithSegments("/admin") && HttpMethods.IsGet(http.Request.Method);

    /// <summary>Nobody found at a dashboard: no member of it, or no living session at all.</summary>
    private async Task<bool> IsSignedInAsync(FoundCaller? found, string? session) =>
        found is null && session is not null
        && (await callers.FindAsync(session, null, null, CancellationToken.None))?.Person is not null;

    private string? GuestOf(HttpContext http, string? session)
    {
        if (session is not null) return null;
        var writes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        return guests.Read(http)
            ?? (writes && http.GetEndpoint()?.Metadata.GetMetadata<MakesBuyerAttribute>() is not null
                ? guests.Issue(http)
                : null);
    }

    private static bool IsWorkArea(PathString path) =>
        path.StartsWithSegments("/seller") || path.StartsWithSegments("/admin") || path.StartsWithSegments("/account");

    private static void SendToLogin(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method))
            http.Response.Redirect("/login?returnUrl=" + Uri.EscapeDataString(http.Request.Path + http.Request.QueryString));
        else http.Response.StatusCode = StatusCodes.Status401Unauthorized;
    }
}
