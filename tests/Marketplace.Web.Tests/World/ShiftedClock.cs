namespace Marketplace.Web.Tests.World;

/// <summary>
/// The real time, moved as far as a test wants: cookies and certificates are judged by the real clock too, so that a
/// clock that stands still somewhere else would expire them at once.
/// </summary>
public sealed class ShiftedClock : TimeProvider
{
    private TimeSpan _shift;

    public void Advance(TimeSpan time) => _shift += time;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(_shift.TotalSeconds * System.TimestampFrequency);
}
