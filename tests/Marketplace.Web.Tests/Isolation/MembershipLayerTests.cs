using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Tests.World;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Web.Tests.Isolation;

/// <summary>
/// The membership check, taken away: a host where whoever is signed in counts as owner of every shop and of the platform.
/// Every page of another's shop, found by reflection, must then be open to Karl, so that the ordinary run, where each is
/// shut, shows that check at work and nothing else.
/// </summary>
public sealed class MembershipLayerTests
{
    [Fact]
    public async Task Without_the_membership_check_every_page_of_another_shop_and_of_the_console_opens()
    {
        await using var market = new TestMarket { Change = services => services.AddTransient<IStartupFilter, EverybodyIsMember>() };
        await market.InitializeAsync();
        using var karl = market.As(TestMarket.Karl);
        var (shut, tried) = (new List<string>(), 0);
        foreach (var route in (await SiteRoute.AllAsync(market.Site)).OrderBy(RouteCases.OrderOf))
        {
            if (!route.Reads || RouteCases.OwnerOf(route) is not (RouteOwner.Seller or RouteOwner.Admin)) continue;
            if (route.Parameters.Any(p => RouteCases.Value(market, route, p, TestMarket.Pottery) is null)) continue;
            var path = route.Path(p => RouteCases.Value(market, route, p, TestMarket.Pottery)!) + RouteCases.QueryOf(route, market);
            tried++;
            var answer = await karl.GetAsync(path);
            if (answer.IsLogin || answer.Code is 401 or 403 or 404) shut.Add($"{route.Name}: {answer.Said}");
        }

        Nothing.In(shut);
        Assert.True(tried > 60, $"{tried} pages");
    }

    private sealed class EverybodyIsMember(CallerFactory callers, IServiceScopeFactory scopes) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(LetInAsync);
            next(app);
        };

        private async Task LetInAsync(HttpContext http, RequestDelegate next)
        {
            var shop = http.Request.Path.Value!.Split('/') is ["", "seller", var slug, ..] ? slug : null;
            if (shop is not null || http.Request.Path.StartsWithSegments("/admin")) await PretendAsync(http, shop);
            await next(http);
        }

        private async Task PretendAsync(HttpContext http, string? shop)
        {
            var user = (await http.AuthenticateAsync()).Principal;
            if (user?.FindFirst(Session.SessionClaim)?.Value is not { } session) return;
            if (await callers.FindAsync(session, null, null, http.RequestAborted) is not { Person: { } person } found) return;
            await using var scope = scopes.CreateAsyncScope();
            var tenant = shop is null ? null
                : (await scope.ServiceProvider.GetRequiredService<IMultiTenantStore>().GetByIdentifierAsync(shop, http.RequestAborted))?.Id;
            http.RequestServices.GetRequiredService<CallerAccessor>().Set(found.Caller with
            {
                TenantId = tenant,
                SellerPermissions = tenant is null ? null : SellerPermissions.Of(SellerRole.Owner),
                AdminPermissions = AdminPermissions.Of(AdminRole.Owner),
            });
            var current = http.RequestServices.GetRequiredService<CurrentPerson>();
            (current.Person, current.Role) = (person, SellerRole.Owner);
        }
    }
}
