using System.Reflection;
using Marketplace.Accounts;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Sellers.Domains;
using Marketplace.App.Dns;
using Marketplace.App.Mailing;
using Marketplace.Care;
using Marketplace.Catalog;
using Marketplace.Growth;
using Marketplace.Kernel;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Ports;
using Marketplace.Money;
using Marketplace.Sales;
using Mediator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.App;

/// <summary>The composition without HTTP: what the host, the worker and the tests start from.</summary>
public static class AppServices
{
    /// <summary>From left to right: a context may use those before it.</summary>
    public static readonly IReadOnlyList<Assembly> Contexts =
    [
        typeof(AccountsServices).Assembly, typeof(CatalogServices).Assembly, typeof(MoneyServices).Assembly,
        typeof(SalesServices).Assembly, typeof(CareServices).Assembly, typeof(GrowthServices).Assembly,
    ];

    /// <summary>Everything but the database provider, which the caller adds as a singleton.</summary>
    public static IServiceCollection AddMarketplace(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddKernel(Contexts);
        services.AddAccounts(configuration);
        AddAccountsAdapters(services, configuration);
        services.AddCatalog(configuration);
        services.AddMoney(configuration);
        services.AddSales(configuration);
        services.AddCare(configuration);
        services.AddGrowth(configuration);
        // Read at compile time: literals only. The order is the order of the pipeline.
        services.AddMediator((MediatorOptions options) =>
        {
            options.ServiceLifetime = ServiceLifetime.Scoped;
            options.Assemblies =
            [
                typeof(AccountsServices), typeof(CatalogServices), typeof(MoneyServices), typeof(SalesServices),
                typeof(CareServices), typeof(GrowthServices),
            ];
            options.PipelineBehaviors =
            [
                typeof(TraceBehavior<,>), typeof(AuthorizeBehavior<,>), typeof(ValidateBehavior<,>),
                typeof(IdempotencyBehavior<,>), typeof(TransactionBehavior<,>),
            ];
        });
        return services;
    }

    private static void AddAccountsAdapters(IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[MailOptions.Section + ":Smtp:Host"] is { Length: > 0 }) services.AddSingleton<IMailer, SmtpMailer>();
        else services.AddSingleton<IMailer, FolderMailer>();
        services.AddSingleton<ITextRecords, TextRecords>();
    }

    /// <summary>The loops of a worker: outbox and jobs. A test runs them by hand instead.</summary>
    public static IServiceCollection AddMarketplaceWorker(this IServiceCollection services)
    {
        services.AddHostedService<Kernel.Outbox.OutboxService>();
        return services.AddMarketplaceJobs();
    }
}
