using System.Runtime.ExceptionServices;
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
        ExceptionDispatchInfo? failed = null;
        var open = await db.ImportRuns.AsNoTracking()
            .Where(r => r.State == ImportState.Checking || r.State == ImportState.Running || r.State == ImportState.Undoing)
            .OrderBy(r => r.Id).Take(100).Select(r => new { r.TenantId, r.Id }).ToListAsync(cancellation);
        // In turns, so that a large import of one seller does not keep a small one of another waiting.
        while (open.Count > 0 && clock.GetElapsedTime(began) < Turn)
        {
            foreach (var run in open.ToList())
            {
                try
                {
                    steps++;
                    if (!await StepAsync(run.TenantId, run.Id, cancellation)) open.Remove(run);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    // One that fails waits for the next turn; it must not hold up the imports of others.
                    failed ??= ExceptionDispatchInfo.Capture(exception);
                    open.Remove(run);
                }
            }
        }

        failed?.Throw();
        return $"made {steps} steps of imports";
    }

    private async Task<bool> StepAsync(string tenantId, string runId, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.SystemFor(tenantId));
        return (await scope.ServiceProvider.GetRequiredService<ISender>().Send(new StepImport(runId), cancellation)).Required();
    }
}
