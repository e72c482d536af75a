using System.Diagnostics;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Kernel.Invariants;

/// <param name="Breaches">Empty: it holds.</param>
public sealed record InvariantResult(string Name, string Says, IReadOnlyList<Breach> Breaches, TimeSpan Took)
{
    public bool Holds => Breaches.Count == 0;
}

/// <summary>Checks every invariant, each in a scope of its own, and keeps what came of it.</summary>
public sealed class InvariantChecker(IServiceScopeFactory scopes, IDatabaseProvider database, TimeProvider clock)
{
    public async Task<IReadOnlyList<InvariantResult>> CheckAsync(CancellationToken cancellation)
    {
        var results = new List<InvariantResult>();
        foreach (var type in Types()) results.Add(await CheckAsync(type, cancellation));
        await KeepAsync(results, cancellation);
        return results;
    }

    private List<Type> Types()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetServices<IInvariant>().OrderBy(i => i.Name, StringComparer.Ordinal).Select(i => i.GetType())];
    }

    private async Task<InvariantResult> CheckAsync(Type type, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
        var invariant = scope.ServiceProvider.GetServices<IInvariant>().Single(i => i.GetType() == type);
        var started = Stopwatch.GetTimestamp();
        IReadOnlyList<Breach> breaches;
        try
        {
            breaches = await invariant.FindBreachesAsync(cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // What could not be looked at is not known to hold; the others are still looked at.
            breaches = [new Breach("the check itself", exception.GetBaseException().Message)];
        }

        return new InvariantResult(invariant.Name, invariant.Says, breaches, Stopwatch.GetElapsedTime(started));
    }

    private async Task KeepAsync(List<InvariantResult> results, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        using var turn = await database.EnterWriteAsync(cancellation);
        var kept = await db.Set<InvariantCheck>().ToDictionaryAsync(c => c.Name, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var result in results)
        {
            if (!kept.Remove(result.Name, out var row)) db.Add(row = new InvariantCheck { Name = result.Name });
            var found = string.Join('\n', result.Breaches);
            if (found.Length > InvariantCheck.MostFound) found = found[..InvariantCheck.MostFound];
            (row.CheckedAtUtc, row.TookMilliseconds) = (now, (int)result.Took.TotalMilliseconds);
            (row.Breaches, row.Found) = (result.Breaches.Count, found);
            row.BrokenSinceUtc = result.Holds ? null : row.BrokenSinceUtc ?? now;
        }

        // Those of a sentence that nobody says any more.
        db.RemoveRange(kept.Values);
        // Somebody else has checked for the first time at the same moment: what they found is as good.
        await db.TrySaveAsync(database, cancellation);
    }
}
