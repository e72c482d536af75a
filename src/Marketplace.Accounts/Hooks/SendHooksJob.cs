using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Hooks.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Accounts.Hooks;

/// <summary>
/// Gives each webhook that has something due its turn, several at a time. One that fails is left alone until the next run,
/// so that none waits for another's time-outs.
/// </summary>
internal sealed class SendHooksJob(PlatformDb db, IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    public const string JobName = "send-hooks";
    private const int AtOnce = 8;
    private const int BatchSize = 40;

    public string Name => JobName;

    public TimeSpan Every => TimeSpan.FromSeconds(3);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var (sent, failed, seen) = (0, 0, new HashSet<string>(StringComparer.Ordinal));
        while (await DueAsync(seen, cancellation) is { Count: > 0 } due)
        {
            await Parallel.ForEachAsync(
                due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
                async (one, stop) =>
                {
                    var (good, bad) = await TurnAsync(one.TenantId, one.EndpointId, stop);
                    Interlocked.Add(ref sent, good);
                    Interlocked.Add(ref failed, bad);
                    // Sent nothing: it failed, or another process is at it.
                    if (bad > 0 || good == 0) lock (seen) seen.Add(one.EndpointId);
                });
        }

        return $"sent {sent} events, {failed} to try again";
    }

    private async Task<List<(string TenantId, string EndpointId)>> DueAsync(HashSet<string> seen, CancellationToken cancellation)
    {
        var (now, without) = (clock.GetUtcNow().UtcDateTime, seen.ToList());
        var rows = await db.HookDeliveries.AsNoTracking()
            .Where(d => d.State == HookDeliveryState.Waiting && d.DueAtUtc <= now
                && (d.LeasedUntilUtc == null || d.LeasedUntilUtc < now) && !without.Contains(d.EndpointId))
            .GroupBy(d => new { d.TenantId, d.EndpointId })
            .Select(g => new { g.Key.TenantId, g.Key.EndpointId, Due = g.Min(d => d.DueAtUtc) })
            .OrderBy(g => g.Due).Take(BatchSize).ToListAsync(cancellation);
        return [.. rows.Select(r => (r.TenantId!, r.EndpointId))];
    }

    private async Task<(int Sent, int Failed)> TurnAsync(string tenantId, string endpointId, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.SystemFor(tenantId));
        return await scope.ServiceProvider.GetRequiredService<HookTurn>().RunAsync(tenantId, endpointId, cancellation);
    }
}
