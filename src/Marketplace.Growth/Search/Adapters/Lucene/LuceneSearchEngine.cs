using Lucene.Net.Index;
using Lucene.Net.Search;
using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>
/// The embedded engine: nothing to install, one index per process. Limits of its own: one process per directory
/// (Lucene's write lock), and all versions and columns are held in memory (about 0.5 KB a listing).
/// </summary>
internal sealed class LuceneSearchEngine : ISearchEngine
{
    private readonly IndexDirectories _directories;
    private readonly TimeProvider _clock;
    private readonly RankingModel _model;
    private readonly SemaphoreSlim _writing = new(1);
    private string? _temporary;
    private LuceneIndex _live;
    private LuceneIndex? _next;

    public LuceneSearchEngine(string root, TimeProvider clock, RankingModel? model = null)
    {
        _clock = clock;
        _model = model ?? RankingModel.Default;
        _directories = new IndexDirectories(root);
        _live = new LuceneIndex(_directories.OpenLive(), clock);
        _directories.DeleteOthers(_live.Path);
    }

    /// <summary>In a folder of its own that goes with the engine.</summary>
    public static LuceneSearchEngine OpenTemporary(TimeProvider clock)
    {
        var path = Directory.CreateTempSubdirectory("marketplace-search-").FullName;
        return new LuceneSearchEngine(path, clock) { _temporary = path };
    }

    public string Name => "lucene";

    internal LuceneIndex Live => Volatile.Read(ref _live);

    public ValueTask<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default)
    {
        request.EnsureWithinLimits();
        return ValueTask.FromResult(Read((searcher, state, tokens) =>
            new LuceneSearch(searcher, state, tokens, _model).Run(request)));
    }

    public ValueTask<SuggestResult> SuggestAsync(
        SuggestRequest request, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read((searcher, state, tokens) =>
            new LuceneSuggester(searcher, state, tokens).Run(request)));

    public ValueTask<ApplyResult> ApplyAsync(IndexBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(batch.Documents.Count, SearchLimits.MaxBatch, nameof(batch));
        return WriteAsync(() =>
        {
            _next?.Apply(batch.Documents, checkpoint: null);
            return _live.Apply(batch.Documents, batch.Checkpoint);
        }, cancellationToken);
    }

    public ValueTask<IndexCheckpoint?> ReadCheckpointAsync(CancellationToken cancellationToken = default) =>
        WriteAsync(() => _live.Checkpoint, cancellationToken);

    public ValueTask RefreshAsync(CancellationToken cancellationToken = default)
    {
        Live.Refresh();
        return ValueTask.CompletedTask;
    }

    public async ValueTask CommitAsync(CancellationToken cancellationToken = default) =>
        await WriteAsync(() =>
        {
            _live.Commit();
            return true;
        }, cancellationToken);

    public async ValueTask<long> CountAsync(CancellationToken cancellationToken = default) =>
        await WriteAsync(() => _live.Count, cancellationToken);

    public ValueTask<IReadOnlyList<IndexedVersion>> ScanVersionsAsync(
        string? afterListingId, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, SearchLimits.MaxScan);
        return WriteAsync(() => _live.Scan(afterListingId, limit), cancellationToken);
    }

    public ValueTask<int> PurgeTombstonesAsync(
        DateTimeOffset appliedBeforeUtc, CancellationToken cancellationToken = default) =>
        WriteAsync(() => _live.Purge(appliedBeforeUtc), cancellationToken);

    public ValueTask<IIndexRebuild> BeginRebuildAsync(CancellationToken cancellationToken = default) =>
        WriteAsync<IIndexRebuild>(() =>
        {
            if (_next is not null) throw new InvalidOperationException("A rebuild of the index is already running.");
            _next = new LuceneIndex(_directories.CreateNext(), _clock);
            return new Rebuild(this, _next);
        }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _writing.WaitAsync();
        _next?.Abandon();
        _live.Dispose();
        _writing.Dispose();
        if (_temporary is not null) Directory.Delete(_temporary, recursive: true);
    }

    private T Read<T>(Func<IndexSearcher, SearcherState, TokenTable, T> read)
    {
        while (true)
        {
            var index = Live;
            IndexSearcher searcher;
            try
            {
                searcher = index.Acquire();
            }
            catch (ObjectDisposedException) when (!ReferenceEquals(index, Live))
            {
                // A rebuild swapped the index between our two steps; the new one is there.
                continue;
            }

            try
            {
                return read(searcher, SearcherState.Of(searcher, index.Tokens), index.Tokens);
            }
            finally
            {
                index.Release(searcher);
            }
        }
    }

    private async ValueTask<T> WriteAsync<T>(Func<T> write, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return write();
        }
        finally
        {
            _writing.Release();
        }
    }

    private sealed class Rebuild(LuceneSearchEngine engine, LuceneIndex index) : IIndexRebuild
    {
        private bool _isOver;

        public async ValueTask AddAsync(
            IReadOnlyList<ListingDocument> documents, CancellationToken cancellationToken = default) =>
            await engine.WriteAsync(() => index.Apply(documents, checkpoint: null), cancellationToken);

        public async ValueTask CompleteAsync(
            IndexCheckpoint checkpoint, CancellationToken cancellationToken = default) =>
            await engine.WriteAsync(() =>
            {
                ObjectDisposedException.ThrowIf(_isOver, this);
                index.Apply([], checkpoint);
                index.Commit();
                index.Refresh();
                engine._directories.MakeLive(index.Path);
                var old = engine._live;
                Volatile.Write(ref engine._live, index);
                engine._next = null;
                old.Dispose();
                return _isOver = true;
            }, cancellationToken);

        public async ValueTask DisposeAsync()
        {
            if (_isOver) return;
            await engine.WriteAsync(() =>
            {
                engine._next = null;
                index.Abandon();
                return _isOver = true;
            }, CancellationToken.None);
        }
    }
}
