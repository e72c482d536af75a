using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Kernel.Invariants;

internal sealed class TheAuditChainIsWhole(PlatformDb db, TimeProvider clock) : IInvariant
{
    /// <summary>Sealed every five minutes; a long stop of the jobs is a fault of its own.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    public string Name => "audit-chain";

    public string Says => "No row of the audit log was changed or taken out since it was sealed, and none waits long for its seal.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var state = await AuditCheck.RunAsync(db, cancellation);
        if (state.BrokenAt is { } place) return [new Breach(state.BrokenId ?? "no row", $"the chain is broken at place {place}")];
        var late = clock.GetUtcNow().UtcDateTime - Patience;
        return [.. (await db.Set<AuditRow>().Where(r => r.Sequence == null && r.AtUtc < late).OrderBy(r => r.AtUtc).ThenBy(r => r.Id)
            .Select(r => r.Id).Take(Breach.Most).ToListAsync(cancellation)).Select(id => new Breach(id, "is not sealed"))];
    }
}

internal sealed class EveryEventIsDelivered(PlatformDb db, TimeProvider clock) : IInvariant
{
    /// <summary>Longer than the longest pause between two attempts.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    public string Name => "outbox-drained";

    public string Says => "No event was given up, and none has been on its way for six hours.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var late = clock.GetUtcNow().UtcDateTime - Patience;
        var stuck = await db.Set<OutboxRow>().AsNoTracking()
            .Where(r => r.State == OutboxState.Dead || (r.State == OutboxState.Waiting && r.AtUtc < late))
            .OrderBy(r => r.AtUtc).ThenBy(r => r.Id).Select(r => new { r.Id, r.EventName, r.State, r.LastError })
            .Take(Breach.Most).ToListAsync(cancellation);
        return stuck.ConvertAll(r => new Breach(r.Id, $"{r.EventName} is {r.State}: {r.LastError ?? "no error"}"));
    }
}
