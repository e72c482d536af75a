using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Exchange.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Catalog.Exchange;

/// <summary>
/// Works on imports of all sellers, a short step at a time, each in its seller's name. Stopped anywhere, the next turn
/// goes on: what was done and how far it came are written in one transaction.
/// </summary>
internal sealed class RunImports(PlatformDb db, IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(2);

    public string Name => "run-imports";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var (began, steps) = (clock.GetTimestamp(), 0);
        var open = await db.ImportRuns.AsNoTracking()
            .Where(r => r.State == ImportState.Checking || r.State == ImportState.Running || r.State == ImportState.Undoing)
            .OrderBy(r => r.Id).Take(100).Select(r => new { r.TenantId, r.Id }).ToListAsync(cancellation);
        // In turns, so that a large import of one seller does not keep a small one of another waiting.
        while (open.Count > 0 && clock.GetElapsedTime(began) < Turn)
        {
            foreach (var run in open.ToList())
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.SystemFor(run.TenantId));
                var more = await scope.ServiceProvider.GetRequiredService<ISender>().Send(new StepImport(run.Id), cancellation);
                steps++;
                if (!more.Required()) open.Remove(run);
            }
        }

        return $"made {steps} steps of imports";
    }
}
