using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Settings;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Accounts;

/// <summary>What this context registers beyond what is found by scanning (messages, maps, consumers, jobs).</summary>
public static class AccountsServices
{
    /// <summary>The mediator's generator takes only assemblies that reference its abstractions.</summary>
    internal static readonly Mediator.IMessage? Messages;

    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<CallerFactory>();
        services.AddSingleton<SellerStore>();
        services.AddSingleton<IMultiTenantStore>(sp => sp.GetRequiredService<SellerStore>());
        services.AddSingleton<SettingsReader>();
        services.AddSingleton<ISettings>(sp => sp.GetRequiredService<SettingsReader>());
        return services;
    }
}
