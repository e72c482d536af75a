namespace Marketplace.App.Seeding;

/// <summary>
/// The clock of a host that only seeds: it stands still and is moved forward by hand, so that a demo world has a
/// past. Timers run by the real clock.
/// </summary>
public sealed class SeedClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Never back: what happened before stays before.</summary>
    public void MoveTo(DateTimeOffset time)
    {
        if (time.UtcTicks > Interlocked.Read(ref _ticks)) Interlocked.Exchange(ref _ticks, time.UtcTicks);
    }

    /// <summary>A run that completes a broken-off one lives through the same days again.</summary>
    internal void RestartAt(DateTimeOffset time) => Interlocked.Exchange(ref _ticks, time.UtcTicks);

    public void Advance(TimeSpan by) => MoveTo(GetUtcNow() + by);
}
