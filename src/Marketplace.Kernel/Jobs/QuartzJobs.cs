using Marketplace.Kernel.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Marketplace.Kernel.Jobs;

/// <summary>Every <see cref="IJob"/> as a Quartz job; one run of a job at a time.</summary>
public static class QuartzJobs
{
    public static IServiceCollection AddMarketplaceJobs(this IServiceCollection services)
    {
        services.AddQuartz();
        services.AddHostedService<JobSchedule>();
        return services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    /// <summary>
    /// Asks the finished container which jobs there are: asking while it is being built would make every singleton
    /// twice.
    /// </summary>
    private sealed class JobSchedule(ISchedulerFactory factory, IServiceScopeFactory scopes, TimeProvider clock) : IHostedService
    {
        private static readonly TimeSpan AfterTheStart = TimeSpan.FromSeconds(5);

        public async Task StartAsync(CancellationToken cancellationToken)
        {
            var scheduler = await factory.GetScheduler(cancellationToken);
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
            foreach (var (name, every, first) in scope.ServiceProvider.GetServices<IJob>().Select(job => (job.Name, job.Every, First(job))))
            {
                var trigger = TriggerBuilder.Create().WithIdentity(name).StartAt(first)
                    .WithSimpleSchedule(s => s.WithInterval(every).RepeatForever()).Build();
                var job = JobBuilder.Create<QuartzJob>().WithIdentity(name).Build();
                await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellationToken);
            }
        }

        private DateTimeOffset First(IJob job)
        {
            var soon = clock.GetUtcNow() + AfterTheStart;
            if (job.NotBefore is not { } time) return soon;
            var today = new DateTimeOffset(DateOnly.FromDateTime(soon.UtcDateTime).ToDateTime(time), TimeSpan.Zero);
            return today >= soon ? today : today.AddDays(1);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    [DisallowConcurrentExecution]
    private sealed class QuartzJob(JobRunner runner) : Quartz.IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
            await runner.RunAsync(context.JobDetail.Key.Name, cancellationToken);
    }
}
