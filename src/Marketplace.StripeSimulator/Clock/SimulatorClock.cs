namespace Marketplace.StripeSimulator.Clock;

/// <summary>The base clock plus an offset that tests and demos may grow. It never goes back.</summary>
internal sealed class SimulatorClock(TimeProvider baseClock)
{
    private long offsetTicks;

    public DateTimeOffset Now => baseClock.GetUtcNow() + Offset;

    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));
        set => Interlocked.Exchange(ref offsetTicks, value.Ticks);
    }
}
