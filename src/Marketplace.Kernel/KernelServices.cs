using System.Reflection;
using FluentValidation;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Invariants;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Marketplace.Kernel;

/// <summary>Registers the kernel, and by scanning what every context brings: maps, validators, consumers, jobs,
/// invariants.</summary>
public static class KernelServices
{
    public static IServiceCollection AddKernel(this IServiceCollection services, IReadOnlyList<Assembly> contexts)
    {
        Assembly[] all = [typeof(KernelServices).Assembly, .. contexts];
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new ModelParts(all));
        services.AddSingleton(new EventNames(all));
        services.AddScoped<CallerAccessor>();
        services.AddScoped<MessageScope>();
        services.AddScoped<EventBuffer>();
        services.AddScoped<InboxMark>();
        services.AddScoped<IdempotencyMark>();
        services.AddScoped<AuditTrail>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxDelivery>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<InvariantChecker>();
        AddContexts(services);
        foreach (var type in all.SelectMany(a => a.GetTypes()).Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false }))
            AddByShape(services, type);
        return services;
    }

    /// <summary>Not pooled: a pooled context could come back with the previous tenant.</summary>
    private static void AddContexts(IServiceCollection services)
    {
        services.AddDbContext<PlatformDb>((sp, o) => Configure(sp, o, Eyes.Platform));
        services.AddDbContext<SellerDb>((sp, o) => Configure(sp, o, Eyes.Seller));
        services.AddDbContext<BuyerDb>((sp, o) => Configure(sp, o, Eyes.Buyer));
    }

    private static void Configure(IServiceProvider services, DbContextOptionsBuilder options, Eyes eyes)
    {
        services.GetRequiredService<IDatabaseProvider>().Configure(options, eyes);
        if (services.GetService<IHostEnvironment>()?.IsProduction() == true) return;
        // A page cut from rows in no order, and two lists multiplied with each other in one query, are faults of the
        // query: seen while it is written, not in the log of a platform that runs.
        options.ConfigureWarnings(w => w.Throw(
            CoreEventId.RowLimitingOperationWithoutOrderByWarning, RelationalEventId.MultipleCollectionIncludeWarning));
    }

    private static void AddByShape(IServiceCollection services, Type type)
    {
        foreach (var face in type.GetInterfaces())
        {
            if (face == typeof(IJob)) services.AddScoped(typeof(IJob), type);
            if (face == typeof(IInvariant)) services.AddScoped(typeof(IInvariant), type);
            if (!face.IsGenericType) continue;
            var shape = face.GetGenericTypeDefinition();
            if (shape == typeof(IConsume<>) || shape == typeof(IValidator<>)) services.AddScoped(face, type);
        }
    }
}
