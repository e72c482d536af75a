using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Money.Ledger;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Adapters.Stripe;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Settlement;
using Marketplace.Money.Tax;
using Marketplace.Money.Tax.Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Money;

/// <summary>What this context registers beyond what is found by scanning (messages, maps, consumers, jobs).</summary>
public static class MoneyServices
{
    /// <summary>The mediator's generator takes only assemblies that reference its abstractions.</summary>
    internal static readonly Mediator.IMessage? Messages;

    public static IServiceCollection AddMoney(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MoneyOptions>().Bind(configuration.GetSection(MoneyOptions.Section)).ValidateOnStart();
        services.AddScoped<ITaxEngine, RateTable>();
        services.AddScoped<LedgerWriter>();
        services.AddScoped<PaymentCommandRunner>();
        services.AddOptions<StripeOptions>().Bind(configuration.GetSection(StripeOptions.Section))
            .Validate(o => o.IsComplete, "Stripe: SecretKey, PlatformWebhookSecret and ConnectWebhookSecret are needed.")
            .ValidateOnStart();
        services.AddScoped<ISellerRequirement, PayoutAccountRequirement>();
        services.AddSingleton<StripeConnection>();
        services.AddSingleton<IPaymentGateway, StripeGateway>();
        services.AddSingleton<IProcessorBooks, StripeBooks>();
        services.AddSingleton<ISellerAccountGateway, StripeAccounts>();
        services.AddSingleton<IWebhookReader, StripeWebhooks>();
        return services;
    }
}
