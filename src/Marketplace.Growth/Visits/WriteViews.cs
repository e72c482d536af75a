using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Marketplace.Growth.Visits;

/// <summary>Brings what this process has counted into the database, a small transaction at a time.</summary>
public sealed class ViewWriter(ViewCounter counter, IServiceScopeFactory scopes, ILogger<ViewWriter> logger)
{
    private const int Batch = 50;

    public async Task WriteAsync(CancellationToken cancellation)
    {
        foreach (var some in counter.Take().Chunk(Batch))
        {
            // The database is away, or another process has just made the same day's row: they count the next time.
            if (!await Loop.TryAsync(stop => KeepAsync(some, stop), logger, "Views could not be written.", cancellation))
                counter.GiveBack(some);
        }
    }

    private async Task KeepAsync(ViewCount[] some, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
        await scope.ServiceProvider.GetRequiredService<ISender>().Send(new KeepViews(some), cancellation);
    }
}

/// <summary>The loop of every process that shows pages.</summary>
internal sealed class ViewWriterService(ViewWriter writer, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await writer.WriteAsync(CancellationToken.None);
        }
    }
}
