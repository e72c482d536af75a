using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Growth.Search;

/// <summary>
/// Keeps this process's index in step: reads changed listings after the index's own checkpoint and applies their
/// documents. A change is stamped by the database's clock when it is made but seen when it commits, up to 30 s later,
/// so each look begins 60 s before the checkpoint; repeats are recognised by their version.
/// </summary>
internal sealed class FollowListingChanges(IServiceScopeFactory scopes, ISearchEngine engine, TimeProvider clock)
    : IDisposable
{
    public static readonly TimeSpan Overlap = TimeSpan.FromSeconds(60);

    /// <summary>What a crash costs: so much is read and applied again.</summary>
    private static readonly TimeSpan CommitEvery = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<string, (DateTime ChangedAt, long Version)> _seen = new(StringComparer.Ordinal);
    private long _committedAt;

    /// <summary>Applies all changes there are; answers how many documents were written.</summary>
    public async Task<int> CatchUpAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var applied = await ApplyAsync(cancellation);
            if (applied > 0) await engine.RefreshAsync(cancellation);
            if (clock.GetElapsedTime(_committedAt) >= CommitEvery)
            {
                await engine.CommitAsync(cancellation);
                _committedAt = clock.GetTimestamp();
            }

            return applied;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<int> ApplyAsync(CancellationToken cancellation)
    {
        var checkpoint = await engine.ReadCheckpointAsync(cancellation);
        var position = checkpoint is null ? Beginning : new IndexCheckpoint(checkpoint.ChangedAtUtc - Overlap, "");
        var applied = 0;
        IReadOnlyList<ListingChange> rows;
        do
        {
            rows = await SendAsync(
                new ReadListingChanges(position, ReadListingDocuments.MaximumListings), cancellation);
            if (rows.Count == 0) break;
            position = new IndexCheckpoint(Utc(rows[^1].ChangedAtUtc), rows[^1].ListingId);
            var fresh = rows.Where(IsFresh).ToList();
            if (fresh.Count == 0) continue;

            var documents = await SendAsync(new ReadListingDocuments(fresh), cancellation);
            checkpoint = checkpoint is null || checkpoint.ChangedAtUtc < position.ChangedAtUtc ? position : checkpoint;
            applied += (await engine.ApplyAsync(new IndexBatch(documents, checkpoint), cancellation)).Applied;
            foreach (var row in fresh) _seen[row.ListingId] = (row.ChangedAtUtc, row.IndexVersion);
        }
        while (rows.Count == ReadListingDocuments.MaximumListings);

        Forget(checkpoint);
        return applied;
    }

    private static IndexCheckpoint Beginning => new(DateTimeOffset.UnixEpoch.AddDays(-1), "");

    private bool IsFresh(ListingChange row) =>
        !_seen.TryGetValue(row.ListingId, out var seen) || seen.Version < row.IndexVersion;

    /// <summary>Only what the next looks can meet again is kept.</summary>
    private void Forget(IndexCheckpoint? checkpoint)
    {
        if (checkpoint is null) return;
        var before = (checkpoint.ChangedAtUtc - Overlap).UtcDateTime;
        foreach (var old in _seen.Where(s => s.Value.ChangedAt < before).Select(s => s.Key).ToList()) _seen.Remove(old);
    }

    private async Task<T> SendAsync<T>(IQuery<Kernel.Results.Result<T>> query, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
        return (await scope.ServiceProvider.GetRequiredService<ISender>().Send(query, cancellation)).Required();
    }

    private static DateTimeOffset Utc(DateTime time) => new(time, TimeSpan.Zero);
}
