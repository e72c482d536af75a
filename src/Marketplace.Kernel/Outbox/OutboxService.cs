using Marketplace.Kernel.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Marketplace.Kernel.Outbox;

/// <summary>Runs the dispatcher: at once when nudged, else every second.</summary>
public sealed class OutboxService(OutboxDispatcher dispatcher, OutboxSignal signal, ILogger<OutboxService> logger)
    : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Rows that could not be read wait; so do we.
            var went = await Loop.TryAsync(dispatcher.DrainAsync, logger, "The outbox could not be read.", stoppingToken);
            Task wake = went ? signal.WaitAsync(Look, stoppingToken) : Task.Delay(Loop.Rest, stoppingToken);
            await wake.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
