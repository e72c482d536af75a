using System.Globalization;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Tenancy;
using Microsoft.AspNetCore.Diagnostics;

namespace Marketplace.Web.Shared.Market;

/// <summary>The request's market; reading it before it was resolved is a bug.</summary>
public sealed class RequestMarket : ICurrentMarket
{
    private Kernel.Tenancy.Market? _market;

    public Kernel.Tenancy.Market Market =>
        _market ?? throw new InvalidOperationException("The market is resolved by its middleware, which has not run.");

    internal void Set(Kernel.Tenancy.Market market) => _market = market;
}

internal sealed class MarketMiddleware(RequestDelegate next, IHostEnvironment environment)
{
    public async Task InvokeAsync(HttpContext http, RequestMarket current, ISettings settings)
    {
        // After an exception the database may be away; the error page speaks the first language then.
        var failed = http.Features.Get<IExceptionHandlerFeature>() is not null;
        var known = failed ? new PlatformSettings() : await settings.GetAsync(http.RequestAborted);
        var market = MarketReader.Read(http.Request, known, environment.IsDevelopment());
        current.Set(market);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = MarketReader.CulturesOf(market);
        await next(http);
    }
}
