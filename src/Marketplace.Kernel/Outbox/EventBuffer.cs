using System.Text.Json;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;

namespace Marketplace.Kernel.Outbox;

/// <summary>
/// Where a handler says what happened. The pipeline writes the events into the outbox in the handler's transaction.
/// </summary>
public sealed class EventBuffer(CallerAccessor caller, TimeProvider clock, OutboxSignal signal)
{
    private readonly List<(IEvent Event, string Key, long Version, string? TenantId, string? BuyerId)> _pending = [];
    private bool _written;

    /// <param name="orderingKey">The aggregate's id: its events are delivered in order.</param>
    /// <param name="version">The aggregate's version after the change.</param>
    /// <param name="tenantId">The seller concerned; by default the caller's.</param>
    /// <param name="buyerId">The buyer concerned; by default the caller's.</param>
    public void Publish(
        IEvent happened, string orderingKey, long version, string? tenantId = null, string? buyerId = null) =>
        _pending.Add((happened, orderingKey, version, tenantId, buyerId));

    internal void Clear()
    {
        _pending.Clear();
        _written = false;
    }

    internal void WriteTo(MarketplaceDb db)
    {
        var now = clock.GetUtcNow();
        for (var i = 0; i < _pending.Count; i++)
        {
            var (happened, key, version, tenantId, buyerId) = _pending[i];
            db.Add(new OutboxRow
            {
                Id = Ids.New(now), EventName = EventNames.Of(happened.GetType()),
                Payload = JsonSerializer.Serialize(happened, happened.GetType()), OrderingKey = key,
                OrderingVersion = version, Position = i, AtUtc = now.UtcDateTime, DueAtUtc = now.UtcDateTime,
                TenantId = tenantId ?? caller.Caller.TenantId, BuyerId = buyerId ?? caller.Caller.BuyerId,
            });
        }

        _written = _pending.Count > 0;
        _pending.Clear();
    }

    internal void SignalCommitted()
    {
        if (_written) signal.Nudge();
        _written = false;
    }
}

/// <summary>Wakes the dispatcher of this process at once; others find the row at their next look.</summary>
public sealed class OutboxSignal : IDisposable
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

    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellation) => _nudged.WaitAsync(atMost, cancellation);

    public void Dispose() => _nudged.Dispose();
}

/// <summary>Carries the inbox row from the dispatcher into the transaction of the consumer's command.</summary>
public sealed class InboxMark
{
    public InboxRow? Row { get; set; }
}
