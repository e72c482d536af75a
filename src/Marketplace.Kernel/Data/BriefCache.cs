using System.Collections.Concurrent;

namespace Marketplace.Kernel.Data;

/// <summary>
/// Rows that nearly every request needs, held in process for a moment. Age counts from before the read, so nobody
/// sees a state older than <paramref name="life"/>; full means emptied, never grown.
/// </summary>
public sealed class BriefCache<TKey, TValue>(TimeProvider clock, TimeSpan life, int capacity = 10_000)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, (long At, TValue Value)> _kept = new();

    public async ValueTask<TValue> GetAsync(
        TKey key, Func<TKey, CancellationToken, Task<TValue>> read, CancellationToken cancellation)
    {
        if (_kept.TryGetValue(key, out var found) && clock.GetElapsedTime(found.At) < life) return found.Value;
        var at = clock.GetTimestamp();
        var value = await read(key, cancellation);
        if (_kept.Count >= capacity) _kept.Clear();
        _kept[key] = (at, value);
        return value;
    }

    /// <summary>For the process that made the change; the others see it within the life.</summary>
    public void Forget() => _kept.Clear();
}
