namespace Marketplace.Growth.Search.Contracts;

/// <summary>
/// The port of the listing index. Promises, checked for every adapter by one behavioural test class:
/// filters, totals and facet counts are exact; a document older than the indexed one is ignored; the checkpoint
/// never runs ahead of the documents it stands for; a rebuild is invisible until it is complete.
/// Limits: <see cref="SearchLimits"/>; longer texts are cut, anything else beyond a limit is an exception,
/// since the message's validator has refused it before.
/// </summary>
public interface ISearchEngine : IAsyncDisposable
{
    /// <summary>For the admin's status page: "lucene", "elasticsearch".</summary>
    string Name { get; }

    /// <summary>
    /// One page of hits with facets. Sees everything applied before the last <see cref="RefreshAsync"/>.
    /// </summary>
    ValueTask<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default);

    /// <summary>Completions while the visitor types: queries, categories, listings and shops.</summary>
    ValueTask<SuggestResult> SuggestAsync(SuggestRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Applies full documents (a tombstone is a document with status Deleted) and remembers the checkpoint.
    /// Repeats and stale versions are counted as skipped, never an error. At most one caller at a time is served.
    /// </summary>
    ValueTask<ApplyResult> ApplyAsync(IndexBatch batch, CancellationToken cancellationToken = default);

    /// <summary>Where the last durable or pending batch ended; null for an empty index.</summary>
    ValueTask<IndexCheckpoint?> ReadCheckpointAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes applied documents visible to searches.</summary>
    ValueTask RefreshAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes applied documents and their checkpoint survive a crash.</summary>
    ValueTask CommitAsync(CancellationToken cancellationToken = default);

    /// <summary>Documents that are not tombstones.</summary>
    ValueTask<long> CountAsync(CancellationToken cancellationToken = default);

    /// <summary>Ids with versions in id order, tombstones included, for the reconciler. Limit ≤ 10,000.</summary>
    ValueTask<IReadOnlyList<IndexedVersion>> ScanVersionsAsync(
        string? afterListingId, int limit, CancellationToken cancellationToken = default);

    /// <summary>Forgets tombstones that were applied before the given moment.</summary>
    ValueTask<int> PurgeTombstonesAsync(DateTimeOffset appliedBeforeUtc, CancellationToken cancellationToken = default);

    /// <summary>
    /// Starts an empty second index. Until it is completed or disposed, every applied batch goes to both.
    /// Only one rebuild runs at a time: a second one is an <see cref="InvalidOperationException"/>.
    /// </summary>
    ValueTask<IIndexRebuild> BeginRebuildAsync(CancellationToken cancellationToken = default);
}

/// <summary>A new index being filled. Disposing without completing throws it away.</summary>
public interface IIndexRebuild : IAsyncDisposable
{
    /// <summary>Adds backfilled documents; a live change that was faster wins by its version.</summary>
    ValueTask AddAsync(IReadOnlyList<ListingDocument> documents, CancellationToken cancellationToken = default);

    /// <summary>Commits the new index and swaps it in; searches under way finish on the old one.</summary>
    ValueTask CompleteAsync(IndexCheckpoint checkpoint, CancellationToken cancellationToken = default);
}
