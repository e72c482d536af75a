namespace Marketplace.Growth.Search.Model;

/// <summary>Wakes this process's follower at once; without it a change is seen at the next look.</summary>
internal sealed class SearchSignal : IDisposable
{
    private readonly SemaphoreSlim _nudged = new(0, 1);

    public void Nudge()
    {
        try
        {
            _nudged.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already nudged: one wake-up serves both.
        }
    }

    /// <summary>A task without a value, since the loop waits without throwing, which only such a task allows.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) =>
        await _nudged.WaitAsync(atMost, cancellation);

    public void Dispose() => _nudged.Dispose();
}
