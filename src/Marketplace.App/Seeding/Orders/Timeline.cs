namespace Marketplace.App.Seeding.Orders;

/// <summary>What happens when, in order; a deed may plan later ones.</summary>
internal sealed class Timeline(SeedClock clock)
{
    private readonly PriorityQueue<Func<CancellationToken, Task>, (DateTimeOffset At, int Order)> _deeds = new();
    private int _planned;

    public void At(DateTimeOffset time, Func<CancellationToken, Task> deed) => _deeds.Enqueue(deed, (time, _planned++));

    /// <summary>Lives through everything up to a moment; what is planned later does not happen.</summary>
    public async Task RunAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        while (_deeds.TryDequeue(out var deed, out var when) && when.At <= until)
        {
            clock.MoveTo(when.At);
            await deed(cancellation);
        }
    }
}
