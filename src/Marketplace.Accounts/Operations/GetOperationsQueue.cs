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
        var jobs = db.Set<JobRun>().Where(r => r.Failed).Select(r => new { Kind = "failed", At = r.StartedAtUtc });
        var events = db.Set<OutboxRow>().Where(r => r.State == OutboxState.Waiting || r.State == OutboxState.Dead)
            .Select(r => new { Kind = r.State == OutboxState.Dead ? "dead" : "waiting", At = r.AtUtc });
        var found = (await jobs.Concat(events).GroupBy(x => x.Kind)
                .Select(g => new { g.Key, Count = g.Count(), Since = (DateTime?)g.Min(x => x.At) }).ToListAsync(cancellationToken))
            .ToDictionary(g => g.Key, g => (g.Count, g.Since));
        var (failed, waiting, dead) =
            (found.GetValueOrDefault("failed"), found.GetValueOrDefault("waiting"), found.GetValueOrDefault("dead"));
        return new OperationsQueue(failed.Count, failed.Since, waiting.Count, waiting.Since, dead.Count, dead.Since);
    }
}
