using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Operations;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Outbox;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts.Operations;

public sealed class OperationsTests
{
    [Fact]
    public async Task A_failure_is_remembered_when_later_runs_succeed()
    {
        var job = new MoodyJob();
        await using var host = await TestHost.StartAsync(s => s.AddSingleton<IJob>(job));
        var admin = await host.AdminAsync(AdminRole.Operations);

        job.Fails = true;
        var failed = (await host.SendAsync(admin, new RunJob(job.Name))).Required();
        var queue = (await host.SendAsync(admin, new GetOperationsQueue())).Required();
        var first = (await host.SendAsync(admin, new ListJobs())).Required()[0];
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        job.Fails = false;
        var done = (await host.SendAsync(admin, new RunJob(job.Name))).Required();

        var line = (await host.SendAsync(admin, new ListJobs())).Required().Single(j => j.Name == job.Name);
        Assert.Equal((true, false, "did it"), (failed.Failed, done.Failed, done.Outcome));
        Assert.Equal((job.Name, true), (first.Name, first.Failed));
        Assert.Equal(1, queue.FailedJobs);
        Assert.Equal((false, 2L, 1L, "out of order"), (line.Failed, line.Runs, line.Failures, line.LastFailure));
        Assert.Equal(TestHost.Start.UtcDateTime, line.LastFailureAtUtc);
        Assert.Equal(TestHost.Start.UtcDateTime.AddMinutes(1) + job.Every, line.NextAtUtc);
        Assert.Equal(0, (await host.SendAsync(admin, new GetOperationsQueue())).Required().FailedJobs);
    }

    [Fact]
    public async Task Who_waits_for_a_long_job_is_told_that_it_goes_on()
    {
        var job = new MoodyJob { Ends = new TaskCompletionSource() };
        await using var host = await TestHost.StartAsync(s => s.AddSingleton<IJob>(job));
        var admin = await host.AdminAsync(AdminRole.Operations);

        var waiting = host.SendAsync(admin, new RunJob(job.Name));
        await job.Began.Task;
        // The clock of this world moves only when told to.
        while (!waiting.IsCompleted)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(11));
            await Task.Yield();
        }

        Assert.Null((await waiting).Required().Outcome);
        job.Ends.SetResult();
    }

    [Fact]
    public async Task An_event_given_up_is_delivered_again_only_when_asked()
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.AdminAsync(AdminRole.Operations);
        var now = host.Clock.GetUtcNow().UtcDateTime;
        await host.WithPlatformAsync(db =>
        {
            db.Add(Row("dead", OutboxState.Dead, 12, "No consumer"));
            db.Add(Row("fresh", OutboxState.Waiting, 0, null));
            return db.SaveChangesAsync();
        });

        var stuck = Assert.Single((await host.SendAsync(admin, new ListStuckMessages())).Required());
        var queue = (await host.SendAsync(admin, new GetOperationsQueue())).Required();
        (await host.SendAsync(admin, new RetryMessage("dead"))).Done();
        var again = await host.SendAsync(admin, new RetryMessage("dead"));
        var nothing = await host.SendAsync(admin, new RetryMessage("nothing"));

        Assert.Equal(("dead", true, "No consumer"), (stuck.Id, stuck.IsDead, stuck.LastError));
        Assert.Equal((1, 1), (queue.Waiting, queue.Dead));
        Assert.Equal(("outbox.not-dead", "outbox.not-found"), (again.Error?.Code, nothing.Error?.Code));
        var row = await host.WithPlatformAsync(db => db.Set<OutboxRow>().SingleAsync(r => r.Id == "dead"));
        Assert.Equal((OutboxState.Waiting, 0), (row.State, row.Attempts));

        OutboxRow Row(string id, OutboxState state, int attempts, string? error) => new()
        {
            Id = id, EventName = "accounts.nobody-knows.v1", Payload = "{}", OrderingKey = id, OrderingVersion = 1, Position = 0,
            AtUtc = now, DueAtUtc = now.AddHours(1), State = state, Attempts = attempts, LastError = error,
        };
    }

    [Fact]
    public async Task Only_staff_with_the_right_runs_jobs_and_an_unknown_one_is_not_there()
    {
        await using var host = await TestHost.StartAsync();
        var (operations, finance) = (await host.AdminAsync(AdminRole.Operations), await host.AdminAsync(AdminRole.Finance));

        Assert.Equal("job.not-found", (await host.SendAsync(operations, new RunJob("nothing"))).Error?.Code);
        Assert.Equal("access.missing-permission", (await host.SendAsync(finance, new RunJob("send-mail"))).Error?.Code);
    }

    private sealed class MoodyJob : IJob
    {
        public bool Fails { get; set; }

        public TaskCompletionSource? Ends { get; init; }

        public TaskCompletionSource Began { get; } = new();

        public string Name => "be-moody";

        public TimeSpan Every => TimeSpan.FromMinutes(5);

        public async Task<string> RunAsync(CancellationToken cancellation)
        {
            Began.TrySetResult();
            if (Ends is not null) await Ends.Task;
            return Fails ? throw new InvalidOperationException("out of order") : "did it";
        }
    }
}
