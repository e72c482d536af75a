using System.Collections.Concurrent;

namespace Marketplace.Growth.Visits;

/// <summary>A page of a listing was opened so often on a day.</summary>
public sealed record ViewCount(DateOnly Day, string ShortId, int Views);

/// <summary>
/// Counts in memory what this process shows; a page must not wait for a row. What has not been written when a process
/// dies is lost: some seconds of a number that nobody is paid by.
/// </summary>
public sealed class ViewCounter(TimeProvider clock)
{
    /// <summary>More different listings than people open between two writes: beyond it somebody makes up addresses.</summary>
    private const int Most = 20_000;

    private ConcurrentDictionary<(DateOnly Day, string ShortId), int> _counts = new();

    public void Count(string shortId)
    {
        var key = (DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), shortId);
        if (_counts.Count < Most || _counts.ContainsKey(key)) _counts.AddOrUpdate(key, 1, (_, n) => n + 1);
    }

    /// <summary>What was counted since the last time, sorted by key; the counter begins anew.</summary>
    public IReadOnlyList<ViewCount> Take()
    {
        var taken = Interlocked.Exchange(ref _counts, new());
        return
        [
            .. taken.OrderBy(c => c.Key.Day).ThenBy(c => c.Key.ShortId, StringComparer.Ordinal)
                .Select(c => new ViewCount(c.Key.Day, c.Key.ShortId, c.Value)),
        ];
    }

    /// <summary>They could not be written: they count the next time.</summary>
    public void GiveBack(IEnumerable<ViewCount> counts)
    {
        foreach (var one in counts) _counts.AddOrUpdate((one.Day, one.ShortId), one.Views, (_, n) => n + one.Views);
    }
}
