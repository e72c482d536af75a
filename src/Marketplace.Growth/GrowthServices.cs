using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Growth.BackInStock;
using Marketplace.Growth.Following;
using Marketplace.Growth.Search;
using Marketplace.Growth.Visits;
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
        services.AddSingleton<ViewCounter>();
        services.AddSingleton<ViewWriter>();
        services.AddScoped<IPersonalData, FollowingData>();
        services.AddScoped<IPersonalData, BackInStockData>();
        return services;
    }

    /// <summary>For every process that shows pages: what it counts of them comes into the database.</summary>
    public static IServiceCollection AddViewLoop(this IServiceCollection services) => services.AddHostedService<ViewWriterService>();
}
