namespace Marketplace.Growth.Search.Model;

/// <summary>
/// A value that is read again once it is older than allowed; those who ask meanwhile wait for the one read. A failed
/// read is nobody's value: everyone who waited sees the exception.
/// </summary>
internal sealed class Held<T>(TimeSpan atMost, TimeProvider clock, Func<CancellationToken, Task<T>> read) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1);
    private (T Value, long ReadAt)? _held;

    public async ValueTask<T> GetAsync(CancellationToken cancellation)
    {
        if (TryFresh(out var value)) return value;
        await _reading.WaitAsync(cancellation);
        try
        {
            if (TryFresh(out value)) return value;
            // The age counts from before the read: what was committed after it began may be missing.
            var readAt = clock.GetTimestamp();
            value = await read(cancellation);
            _held = (value, readAt);
            return value;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private bool TryFresh(out T value)
    {
        var held = _held;
        value = held is null ? default! : held.Value.Value;
        return held is not null && clock.GetElapsedTime(held.Value.ReadAt) < atMost;
    }
}
