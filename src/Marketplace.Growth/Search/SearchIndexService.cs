using Marketplace.Growth.Search.Model;
using Marketplace.Kernel.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Marketplace.Growth.Search;

/// <summary>
/// The loop of every process that searches: follow the changes, compare everything once a day, rebuild when asked
/// to.
/// </summary>
internal sealed class SearchIndexService(
    FollowListingChanges follower, IndexRebuilder rebuilder, IndexReconciler reconciler, SearchSignal signal,
    ILogger<SearchIndexService> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rebuild = Task.CompletedTask;
        while (!stoppingToken.IsCancellationRequested)
        {
            // A rebuild runs beside the follower, whose changes must reach both indexes.
            if (rebuilder.TryTakeRequest()) rebuild = LoggedAsync(rebuilder.RunAsync, stoppingToken);
            var went = await LoggedAsync(follower.CatchUpAsync, stoppingToken);
            if (went && reconciler.TryTakeTurn()) went = await LoggedAsync(reconciler.RunAsync, stoppingToken);
            Task wake = signal.WaitAsync(went ? Look : Loop.Rest, stoppingToken);
            await wake.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await rebuild;
    }

    /// <summary>When it fails, the checkpoint stays, so nothing is lost.</summary>
    private Task<bool> LoggedAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken) =>
        Loop.TryAsync(work, logger, "The search index could not be updated.", stoppingToken);
}
