using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Growth.Search;

/// <summary>
/// Once a day compares every listing's version in the database with the index and mends what differs: a backstop for
/// changes that the follower could not see. Old tombstones are purged on the way.
/// </summary>
internal sealed class ReconcileSearchIndex(ISender sender, ISearchEngine engine, TimeProvider clock) : IJob
{
    private static readonly TimeSpan KeepTombstones = TimeSpan.FromDays(7);

    public string Name => "reconcile-search-index";

    public TimeSpan Every => TimeSpan.FromHours(24);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var indexed = await ReadIndexAsync(cancellation);
        var (compared, mended) = (0, 0);
        string? after = null;
        while (await ReadChangesAsync(after, cancellation) is { Count: > 0 } changes)
        {
            var differing = changes.Where(c => !indexed.Remove(c.ListingId, out var version)
                || version.IndexVersion < c.IndexVersion).ToList();
            mended += await MendAsync(differing, cancellation);
            compared += changes.Count;
            after = changes[^1].ListingId;
        }

        var strangers = indexed.Values.Where(v => !v.IsTombstone).ToList();
        foreach (var chunk in strangers.Chunk(SearchLimits.MaxBatch))
        {
            await engine.ApplyAsync(new IndexBatch(
                [.. chunk.Select(v => ListingDocument.Tombstone(v.ListingId, v.IndexVersion + 1))], null), cancellation);
        }

        var purged = await engine.PurgeTombstonesAsync(clock.GetUtcNow() - KeepTombstones, cancellation);
        await engine.RefreshAsync(cancellation);
        await engine.CommitAsync(cancellation);
        return $"compared {compared} listings, mended {mended}, removed {strangers.Count}, purged {purged} tombstones";
    }

    /// <summary>Everything in the index by id: read before the database, so that a new listing is no stranger.</summary>
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

    private async Task<IReadOnlyList<ListingChange>> ReadChangesAsync(string? after, CancellationToken cancellation) =>
        (await sender.Send(new ReadListingVersions(after, ReadListingDocuments.MaximumListings), cancellation)).Required();

    private async Task<int> MendAsync(List<ListingChange> changes, CancellationToken cancellation)
    {
        if (changes.Count == 0) return 0;
        var documents = (await sender.Send(new ReadListingDocuments(changes), cancellation)).Required();
        return (await engine.ApplyAsync(new IndexBatch(documents, null), cancellation)).Applied;
    }
}
