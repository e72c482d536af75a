using Marketplace.Accounts.Hooks;
using Marketplace.Accounts.Hooks.Adapters;
using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Identity;
using Marketplace.Accounts.Identity.Adapters;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Keys;
using Marketplace.Accounts.Identity.Passkeys;
using Marketplace.Accounts.Identity.Privacy;
using Marketplace.Accounts.Identity.SecondFactor;
using Marketplace.Accounts.Identity.Sessions;
using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Plans;
using Marketplace.Accounts.Sellers.Review;
using Marketplace.Accounts.Settings;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Accounts.Settings.Features;
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
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section);
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section);
        services.AddIdentityParts();
        services.AddOptions<SecurityOptions>().BindConfiguration(SecurityOptions.Section);
        services.AddScoped<IPersonalData, IdentityData>();
        services.AddScoped<IPersonalData, MailingData>();
        services.AddScoped<IPersonalData, SellersData>();
        services.AddScoped<OneTimeTokens>();
        services.AddScoped<SignInFailures>();
        services.AddScoped<SessionKeeping>();
        services.AddScoped<Arrival>();
        services.AddScoped<RecoveryCodes>();
        services.AddScoped<FactorChange>();
        services.AddScoped<SpentQuestions>();
        services.AddSingleton<CallerFactory>();
        services.AddSingleton<KeyCallers>();
        services.AddScoped<KeyMaker>();
        services.AddOptions<HookOptions>().BindConfiguration(HookOptions.Section);
        services.AddSingleton<HookTransport>();
        services.AddScoped<HookTurn>();
        AddSellers(services);
        services.AddSingleton<SettingsReader>();
        services.AddSingleton<ISettings>(sp => sp.GetRequiredService<SettingsReader>());
        services.AddSingleton<FeatureReader>();
        services.AddSingleton<IFeatures>(sp => sp.GetRequiredService<FeatureReader>());
        return services;
    }

    private static void AddSellers(IServiceCollection services)
    {
        services.AddSingleton<SellerStore>();
        services.AddSingleton<IMultiTenantStore>(sp => sp.GetRequiredService<SellerStore>());
        services.AddScoped<SellerMoves>();
        services.AddScoped<ReviewTalk>();
        services.AddScoped<OwnProfile>();
        services.AddScoped<ProfileReader>();
        services.AddScoped<ISellerRequirement, PlanRequirement>();
        services.AddScoped<ISellerRequirement, ProfileRequirement>();
        services.AddScoped<ISellerRequirement, AddressRequirement>();
        services.AddScoped<ISellerRequirement, TermsRequirement>();
    }
}
