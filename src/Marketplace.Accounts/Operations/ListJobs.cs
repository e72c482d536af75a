using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Operations;

/// <summary>Every job with its last run, the failed ones first, then by name.</summary>
[Admin(AdminPermissions.Jobs)]
public sealed record ListJobs : IQuery<Result<IReadOnlyList<JobLine>>>;

/// <param name="StartedAtUtc">Of the last run; null before the first one.</param>
/// <param name="Outcome">What the last run did, in words, or why it failed.</param>
/// <param name="NextAtUtc">When its turn comes: an interval after the last start. In the past while it runs.</param>
/// <param name="LastFailure">Of the last run that failed, however many have succeeded since.</param>
public sealed record JobLine(
    string Name, TimeSpan Every, DateTime? StartedAtUtc, TimeSpan? Took, bool Failed, string Outcome, DateTime? NextAtUtc,
    long Runs, long Failures, DateTime? LastFailureAtUtc, string? LastFailure);

internal sealed class ListJobsHandler(PlatformDb db, IEnumerable<IJob> jobs)
    : IQueryHandler<ListJobs, Result<IReadOnlyList<JobLine>>>
{
    public async ValueTask<Result<IReadOnlyList<JobLine>>> Handle(ListJobs query, CancellationToken cancellationToken)
    {
        var runs = await db.Set<JobRun>().AsNoTracking().ToDictionaryAsync(r => r.Name, cancellationToken);
        return Result<IReadOnlyList<JobLine>>.Success(
        [
            .. jobs.Select(job => Line(job, runs.GetValueOrDefault(job.Name)))
                .OrderByDescending(j => j.Failed).ThenBy(j => j.Name, StringComparer.Ordinal),
        ]);
    }

    private static JobLine Line(IJob job, JobRun? run) => run is null
        ? new JobLine(job.Name, job.Every, null, null, false, "", null, 0, 0, null, null)
        : new JobLine(
            job.Name, job.Every, run.StartedAtUtc, run.EndedAtUtc - run.StartedAtUtc, run.Failed, run.Outcome,
            run.StartedAtUtc + job.Every, run.Runs, run.Failures, run.LastFailureAtUtc, run.LastFailure);
}
