using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Kernel.Data;

public sealed class QueryWarningsTests
{
    [Fact]
    public async Task A_page_cut_from_rows_in_no_order_is_refused_outside_production()
    {
        await using var host = await TestHost.StartAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => host.WithPlatformAsync(db => db.Set<JobRun>().Skip(1).Take(1).ToListAsync()));
        Assert.Empty(await host.WithPlatformAsync(db => db.Set<JobRun>().OrderBy(r => r.Name).Skip(1).Take(1).ToListAsync()));
    }

    [Fact]
    public async Task Every_job_runs_without_a_query_of_that_kind()
    {
        await using var host = await TestHost.StartAsync();
        await using var scope = host.ScopeFor(Caller.System);
        var names = ((IEnumerable<IJob>)scope.ServiceProvider.GetService(typeof(IEnumerable<IJob>))!).Select(j => j.Name).ToList();
        Assert.True(names.Count > 10, $"Only {names.Count} jobs were found.");

        foreach (var name in names)
        {
            var outcome = await host.RunJobAsync(name);
            Assert.False(outcome.Contains("OrderBy", StringComparison.Ordinal) || outcome.Contains("QuerySplitting", StringComparison.Ordinal),
                $"{name}: {outcome}");
        }
    }
}
