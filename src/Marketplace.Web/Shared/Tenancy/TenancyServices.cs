using Marketplace.Kernel.Tenancy;

namespace Marketplace.Web.Shared.Tenancy;

/// <summary>
/// Shape of Finbuckle: strategies name an identifier, the store knows its tenant, application code sees
/// <see cref="ICurrentTenant"/>.
/// </summary>
internal static class TenancyServices
{
    public static IServiceCollection AddTenancy(this IServiceCollection services)
    {
        services.AddScoped<RequestTenant>();
        services.AddScoped<ICurrentTenant>(sp => sp.GetRequiredService<RequestTenant>());
        services.AddSingleton<SubdomainStrategy>();
        services.AddSingleton<IMultiTenantStrategy>(sp => sp.GetRequiredService<SubdomainStrategy>());
        services.AddSingleton<IMultiTenantStrategy, ApiKeyStrategy>();
        services.AddSingleton<IMultiTenantStrategy>(new RouteStrategy("/seller", TenantPlace.Dashboard, 80));
        services.AddSingleton<IMultiTenantStrategy>(new RouteStrategy("/s", TenantPlace.ShopPage, 70));
        return services;
    }

    public static IApplicationBuilder UseShopHosts(this IApplicationBuilder app) => app.UseMiddleware<ShopHosts>();

    public static IApplicationBuilder UseTenancy(this IApplicationBuilder app) => app.UseMiddleware<TenancyMiddleware>();
}
