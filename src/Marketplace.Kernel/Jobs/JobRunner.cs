using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Marketplace.Kernel.Jobs;

/// <summary>Runs one job by name in a scope of its own, as the platform, and keeps what came of it.</summary>
public sealed class JobRunner(
    IServiceScopeFactory scopes, IDatabaseProvider database, TimeProvider clock, ILogger<JobRunner> logger)
{
    /// <summary>How the outcome of a failed run begins.</summary>
    public const string FailedPrefix = "failed: ";

    public async Task<string> RunAsync(string name, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
        var job = scope.ServiceProvider.GetServices<IJob>().Single(j => j.Name == name);
        var started = clock.GetUtcNow().UtcDateTime;
        try
        {
            var outcome = await job.RunAsync(cancellation);
            await KeepAsync(name, started, outcome, failed: false, cancellation);
            return outcome;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A job must not end the scheduler: the failure is kept, logged, and its next turn tries again.
            logger.LogError(exception, "Job {Job} failed.", name);
            await KeepAsync(name, started, exception.GetBaseException().Message, failed: true, cancellation);
            return FailedPrefix + exception.GetBaseException().Message;
        }
    }

    private async Task KeepAsync(string name, DateTime started, string outcome, bool failed, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        using var turn = await database.EnterWriteAsync(cancellation);
        var run = await db.Set<JobRun>().SingleOrDefaultAsync(r => r.Name == name, cancellation);
        if (run is null) db.Add(run = new JobRun { Name = name });
        (run.StartedAtUtc, run.EndedAtUtc, run.Failed) = (started, clock.GetUtcNow().UtcDateTime, failed);
        run.Outcome = outcome.Length > 1000 ? outcome[..1000] : outcome;
        run.Runs++;
        if (failed)
        {
            run.Failures++;
            (run.LastFailureAtUtc, run.LastFailure) = (started, run.Outcome);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
