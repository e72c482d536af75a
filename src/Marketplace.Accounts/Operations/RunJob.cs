using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Accounts.Operations;

/// <summary>
/// Runs a job now, beside its schedule, in this process: several processes may run one job at once anyway. A long one
/// goes on after the answer. Error: job.not-found.
/// </summary>
[Admin(AdminPermissions.Jobs)]
public sealed record RunJob(string Name) : ICommand<Result<JobStarted>>;

/// <param name="Outcome">What it did or why it failed; null while it still runs.</param>
public sealed record JobStarted(string? Outcome, bool Failed);

/// <summary>Says in the audit log who ran a job by hand.</summary>
[Internal]
public sealed record NoteJobRun(string Name) : ICommand<Result>, IPlatformTransaction;

internal sealed class RunJobHandler(IEnumerable<IJob> jobs, JobRunner runner, ISender sender, TimeProvider clock)
    : ICommandHandler<RunJob, Result<JobStarted>>
{
    private static readonly Error NotFound = Error.NotFound("job.not-found", "There is no such job.");

    /// <summary>How long somebody is kept waiting for the outcome.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async ValueTask<Result<JobStarted>> Handle(RunJob command, CancellationToken cancellationToken)
    {
        if (jobs.All(job => job.Name != command.Name)) return NotFound;
        var noted = await sender.Send(new NoteJobRun(command.Name), cancellationToken);
        if (!noted.Ok) return noted.Error;
        var run = runner.RunAsync(command.Name, CancellationToken.None);
        var first = await Task.WhenAny(run, Task.Delay(Patience, clock, cancellationToken));
        if (first != run) return new JobStarted(null, false);
        var outcome = await run;
        return new JobStarted(outcome, outcome.StartsWith(JobRunner.FailedPrefix, StringComparison.Ordinal));
    }
}

internal sealed class NoteJobRunHandler(PlatformDb db, AuditTrail audit) : ICommandHandler<NoteJobRun, Result>
{
    public ValueTask<Result> Handle(NoteJobRun command, CancellationToken cancellationToken)
    {
        audit.Note(db, "job.run", "job", command.Name, "Run by hand.");
        return ValueTask.FromResult(Result.Success());
    }
}
