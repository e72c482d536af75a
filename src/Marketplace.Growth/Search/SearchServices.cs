using Marketplace.Growth.Search.Adapters.Lucene;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Growth.Search.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Growth.Search;

public static class SearchServices
{
    /// <summary>
    /// <c>Search:Directory</c> says where the embedded index lies. Without it a process keeps its index in a folder
    /// of its own that it removes when it ends: everything in it can be read from the database again.
    /// </summary>
    internal static IServiceCollection AddSearch(this IServiceCollection services, IConfiguration configuration)
    {
        var directory = configuration["Search:Directory"];
        services.AddSingleton<ISearchEngine>(sp => string.IsNullOrWhiteSpace(directory)
            ? LuceneSearchEngine.OpenTemporary(sp.GetRequiredService<TimeProvider>())
            : new LuceneSearchEngine(directory, sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton<HiddenSellers>();
        services.AddSingleton<FilterAttributes>();
        services.AddSingleton<SearchSignal>();
        services.AddSingleton<FollowListingChanges>();
        services.AddSingleton<IndexRebuilder>();
        services.AddSingleton<IndexReconciler>();
        return services;
    }

    /// <summary>
    /// The loop that keeps the index in step, for every process that searches (and no other: the embedded engine
    /// takes one process per directory).
    /// </summary>
    public static IServiceCollection AddSearchIndexLoop(this IServiceCollection services) =>
        services.AddHostedService<SearchIndexService>();

    /// <summary>Rebuilds the index now and tells how far it is; for the command line, while no server runs.</summary>
    public static async Task<RebuildProgress> RebuildNowAsync(
        IServiceProvider services, Action<RebuildProgress> tell, CancellationToken cancellation)
    {
        var rebuilder = services.GetRequiredService<IndexRebuilder>();
        var running = rebuilder.RunAsync(cancellation);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (!running.IsCompleted)
        {
            await Task.WhenAny(running, timer.WaitForNextTickAsync(cancellation).AsTask());
            tell(rebuilder.Progress!);
        }

        await running;
        return rebuilder.Progress!;
    }
}
