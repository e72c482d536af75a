using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Growth.Search.Model;

/// <summary>
/// At the start and once a day compares every listing's version in the database with the index and mends what
/// differs: a backstop for changes that the follower could not see. Old tombstones are purged on the way. It belongs
/// to the process that holds the index, not to the scheduler: with the embedded engine each process has its own.
/// </summary>
internal sealed class IndexReconciler(
    IServiceScopeFactory scopes, ISearchEngine engine, SearchSignal signal, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(24);
    private static readonly TimeSpan KeepTombstones = TimeSpan.FromDays(7);
    private int _isRequested;

    public ReconcileOutcome? Last { get; private set; }

    public void Request()
    {
        Interlocked.Exchange(ref _isRequested, 1);
        signal.Nudge();
    }

    public bool TryTakeTurn() =>
        Interlocked.Exchange(ref _isRequested, 0) == 1 || Last is null || clock.GetUtcNow() - Last.AtUtc >= Every;

    public async Task<ReconcileOutcome> RunAsync(CancellationToken cancellation)
    {
        var indexed = await ReadIndexAsync(cancellation);
        var (compared, mended) = (0, 0);
        string? after = null;
        while (await SendAsync(new ReadListingVersions(after, ReadListingDocuments.MaximumListings), cancellation)
            is { Count: > 0 } changes)
        {
            var differing = changes.Where(c => !indexed.Remove(c.ListingId, out var version)
                || version.IndexVersion < c.IndexVersion).ToList();
            mended += await MendAsync(differing, cancellation);
            compared += changes.Count;
            after = changes[^1].ListingId;
        }

        var removed = await RemoveAsync([.. indexed.Values.Where(v => !v.IsTombstone)], cancellation);
        var purged = await engine.PurgeTombstonesAsync(clock.GetUtcNow() - KeepTombstones, cancellation);
        await engine.RefreshAsync(cancellation);
        await engine.CommitAsync(cancellation);
        return Last = new ReconcileOutcome(clock.GetUtcNow(), compared, mended, removed, purged);
    }

    /// <summary>
    /// Everything in the index by id: read before the database, so that a new listing is no stranger.
    /// </summary>
    private async Task<Dictionary<string, IndexedVersion>> ReadIndexAsync(CancellationToken cancellation)
    {
        var all = new Dictionary<string, IndexedVersion>(StringComparer.Ordinal);
        string? after = null;
        while (await engine.ScanVersionsAsync(after, SearchLimits.MaxScan, cancellation) is { Count: > 0 } page)
        {
            foreach (var version in page) all[version.ListingId] = version;
            after = page[^1].ListingId;
        }

        return all;
    }

    private async Task<int> MendAsync(List<ListingChange> changes, CancellationToken cancellation)
    {
        if (changes.Count == 0) return 0;
        var documents = await SendAsync(new ReadListingDocuments(changes), cancellation);
        return (await engine.ApplyAsync(new IndexBatch(documents, null), cancellation)).Applied;
    }

    /// <summary>Documents of listings that the database no longer knows.</summary>
    private async Task<int> RemoveAsync(List<IndexedVersion> strangers, CancellationToken cancellation)
    {
        foreach (var chunk in strangers.Chunk(SearchLimits.MaxBatch))
        {
            var tombstones = chunk.Select(v => ListingDocument.Tombstone(v.ListingId, v.IndexVersion + 1));
            await engine.ApplyAsync(new IndexBatch([.. tombstones], null), cancellation);
        }

        return strangers.Count;
    }

    private async Task<T> SendAsync<T>(IQuery<Result<T>> query, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
        return (await scope.ServiceProvider.GetRequiredService<ISender>().Send(query, cancellation)).Required();
    }
}
