using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Privacy;
using Marketplace.Sales.Shipping;
using Marketplace.Sales.Shipping.Adapters;
using Marketplace.Sales.Shipping.Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Sales;

/// <summary>What this context registers beyond what is found by scanning (messages, maps, consumers, jobs).</summary>
public static class SalesServices
{
    /// <summary>The mediator's generator takes only assemblies that reference its abstractions.</summary>
    internal static readonly Mediator.IMessage? Messages;

    public static IServiceCollection AddSales(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<HeldEstimates>();
        services.AddScoped<IShippingRates, TableShippingRates>();
        services.AddScoped<ISellerRequirement, ShippingRequirement>();
        services.AddScoped<IWhenSignedIn, WhenSignedIn>();
        services.AddScoped<IPersonalData, SalesData>();
        services.AddScoped<IHoldsDeletion, SalesData>();
        return services;
    }
}
