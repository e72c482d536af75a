using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Growth.BackInStock;
using Marketplace.Growth.Following;
using Marketplace.Growth.Search;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Growth;

/// <summary>What this context registers beyond what is found by scanning (messages, maps, consumers, jobs).</summary>
public static class GrowthServices
{
    /// <summary>The mediator's generator takes only assemblies that reference its abstractions.</summary>
    internal static readonly Mediator.IMessage? Messages;

    public static IServiceCollection AddGrowth(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSearch(configuration);
        services.AddScoped<IPersonalData, FollowingData>();
        services.AddScoped<IPersonalData, BackInStockData>();
        return services;
    }
}
