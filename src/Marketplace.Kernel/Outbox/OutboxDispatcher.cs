using Marketplace.Kernel.Data;
using Marketplace.Kernel.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Marketplace.Kernel.Outbox;

/// <summary>
/// Claims due messages by a leased conditional update (works on every database, several processes at once) and
/// delivers them at least once, in order of their key.
/// </summary>
public sealed class OutboxDispatcher(
    IServiceScopeFactory scopes, IDatabaseProvider database, OutboxDelivery delivery, TimeProvider clock,
    ILogger<OutboxDispatcher> logger)
{
    public const int BatchSize = 50;
    public const int MaximumAttempts = 12;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>Delivers everything that is due now; answers how many messages were delivered.</summary>
    public async Task<int> DrainAsync(CancellationToken cancellation)
    {
        var delivered = 0;
        while (await DispatchBatchAsync(cancellation) is > 0 and var some) delivered += some;
        return delivered;
    }

    private async Task<int> DispatchBatchAsync(CancellationToken cancellation)
    {
        var delivered = 0;
        foreach (var row in await ClaimAsync(cancellation))
        {
            var failure = await delivery.DeliverAsync(row, cancellation);
            await FinishAsync(row, failure, cancellation);
            if (failure is null) delivered++;
            else logger.LogWarning("Event {EventName} {MessageId} failed: {Failure}", row.EventName, row.Id, failure);
        }

        return delivered;
    }

    private async Task<List<OutboxRow>> ClaimAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = db.Set<OutboxRow>();
        var candidates = await rows.AsNoTracking()
            .Where(r => r.State == OutboxState.Waiting && r.DueAtUtc <= now
                && (r.LeasedUntilUtc == null || r.LeasedUntilUtc < now)
                && !rows.Any(e => e.OrderingKey == r.OrderingKey && e.State == OutboxState.Waiting
                    && (e.OrderingVersion < r.OrderingVersion
                        || (e.OrderingVersion == r.OrderingVersion && e.Position < r.Position))))
            .OrderBy(r => r.DueAtUtc).ThenBy(r => r.Id).Take(BatchSize).Select(r => r.Id).ToListAsync(cancellation);
        if (candidates.Count == 0) return [];

        var lease = Ids.New(clock);
        using (await database.EnterWriteAsync(cancellation))
        {
            await rows.Where(r => candidates.Contains(r.Id) && r.State == OutboxState.Waiting
                    && (r.LeasedUntilUtc == null || r.LeasedUntilUtc < now))
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.LeaseId, lease)
                    .SetProperty(r => r.LeasedUntilUtc, now + Lease)
                    .SetProperty(r => r.Attempts, r => r.Attempts + 1), cancellation);
        }

        return await rows.AsNoTracking().Where(r => candidates.Contains(r.Id) && r.LeaseId == lease)
            .OrderBy(r => r.DueAtUtc).ThenBy(r => r.Id).ToListAsync(cancellation);
    }

    private async Task FinishAsync(OutboxRow row, string? failure, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        var state = failure is null ? OutboxState.Done
            : row.Attempts >= MaximumAttempts ? OutboxState.Dead : OutboxState.Waiting;
        var due = failure is null ? row.DueAtUtc : now + Backoff(row.Attempts);
        using var turn = await database.EnterWriteAsync(cancellation);
        await db.Set<OutboxRow>().Where(r => r.Id == row.Id && r.LeaseId == row.LeaseId)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.State, state)
                .SetProperty(r => r.LeaseId, (string?)null).SetProperty(r => r.LeasedUntilUtc, (DateTime?)null)
                .SetProperty(r => r.DoneAtUtc, state == OutboxState.Done ? now : null)
                .SetProperty(r => r.DueAtUtc, due).SetProperty(r => r.LastError, failure), cancellation);
    }

    /// <summary>1 s, 2 s, 4 s … at most 10 minutes.</summary>
    private static TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(Math.Min(600, 1 << Math.Min(attempts - 1, 10)));
}
