using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Marketplace.Kernel.Jobs;

/// <summary>Every <see cref="IJob"/> as a Quartz job; one run of a job at a time.</summary>
public static class QuartzJobs
{
    public static IServiceCollection AddMarketplaceJobs(
        this IServiceCollection services, IEnumerable<(string Name, TimeSpan Every)> jobs)
    {
        services.AddQuartz(quartz =>
        {
            foreach (var (name, every) in jobs)
            {
                quartz.ScheduleJob<QuartzJob>(
                    trigger => trigger.WithIdentity(name).StartAt(DateTimeOffset.UtcNow + TimeSpan.FromSeconds(5))
                        .WithSimpleSchedule(s => s.WithInterval(every).RepeatForever()),
                    job => job.WithIdentity(name));
            }
        });
        return services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    [DisallowConcurrentExecution]
    private sealed class QuartzJob(JobRunner runner) : Quartz.IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
            await runner.RunAsync(context.JobDetail.Key.Name, cancellationToken);
    }
}
