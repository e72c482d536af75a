using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Operations;

/// <summary>Which jobs failed last time, and how far the outbox is behind.</summary>
[Admin(AdminPermissions.Jobs)]
public sealed record GetOperationsQueue : IQuery<Result<OperationsQueue>>;

/// <param name="FailedJobs">Those whose last run failed.</param>
/// <param name="Waiting">Events that are not delivered yet.</param>
/// <param name="Dead">Events given up.</param>
public sealed record OperationsQueue(
    int FailedJobs, DateTime? FailedSinceUtc, int Waiting, DateTime? WaitingSinceUtc, int Dead, DateTime? DeadSinceUtc);

internal sealed class GetOperationsQueueHandler(PlatformDb db) : IQueryHandler<GetOperationsQueue, Result<OperationsQueue>>
{
    public async ValueTask<Result<OperationsQueue>> Handle(GetOperationsQueue query, CancellationToken cancellationToken)
    {
        var failed = await db.Set<JobRun>().Where(r => r.Failed).Select(r => r.StartedAtUtc).ToListAsync(cancellationToken);
        var open = await db.Set<OutboxRow>().Where(r => r.State == OutboxState.Waiting || r.State == OutboxState.Dead)
            .GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count(), Since = (DateTime?)g.Min(r => r.AtUtc) })
            .ToListAsync(cancellationToken);
        var waiting = open.Find(g => g.Key == OutboxState.Waiting);
        var dead = open.Find(g => g.Key == OutboxState.Dead);
        return new OperationsQueue(
            failed.Count, failed.Count == 0 ? null : failed.Min(), waiting?.Count ?? 0, waiting?.Since, dead?.Count ?? 0,
            dead?.Since);
    }
}
