using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>
/// One index on disk: its writer, its searchers and the version of every document in it. The checkpoint lies in the
/// commit's user data, so that documents and checkpoint become durable together or not at all. Not for concurrent
/// writers; searches run beside the writer.
/// </summary>
internal sealed class LuceneIndex : IDisposable
{
    private const string CheckpointTime = "checkpoint-time";
    private const string CheckpointId = "checkpoint-id";
    private const string SchemaKey = "schema";

    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;
    private readonly Dictionary<string, Known> _known = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private bool _isDirty;

    private readonly record struct Known(long Version, bool IsTombstone, long BuriedAtMilliseconds);

    public LuceneIndex(string path, TimeProvider clock)
    {
        _clock = clock;
        Path = path;
        // Never FSDirectory.Open: on 64 bits it maps files into memory, and Lucene.Net then crashes the process when
        // a view is unmapped under a running search (lucenenet #1013).
        Directory = new NIOFSDirectory(path);
        _writer = new IndexWriter(Directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, TextAnalysis.ForIndexing)
        {
            OpenMode = OpenMode.CREATE_OR_APPEND,
            RAMBufferSizeMB = 48,
            Similarity = new RankingSimilarity(),
        });
        _searchers = new SearcherManager(_writer, applyAllDeletes: true, new WarmSearchers(Tokens));
        ReadCommit();
        ReadVersions();
    }

    public string Path { get; }

    public NIOFSDirectory Directory { get; }

    public TokenTable Tokens { get; } = new();

    public IndexCheckpoint? Checkpoint { get; private set; }

    public int Count => _known.Values.Count(k => !k.IsTombstone);

    /// <summary>False when another release wrote the directory: its documents mean something else.</summary>
    public static bool IsReadable(string path)
    {
        using var directory = new NIOFSDirectory(path);
        if (!DirectoryReader.IndexExists(directory)) return true;
        using var reader = DirectoryReader.Open(directory);
        return reader.IndexCommit.UserData.TryGetValue(SchemaKey, out var schema) && schema == IndexFields.Schema;
    }

    public IndexSearcher Acquire() => _searchers.Acquire();

    public void Release(IndexSearcher searcher) => _searchers.Release(searcher);

    public ApplyResult Apply(IReadOnlyList<ListingDocument> documents, IndexCheckpoint? checkpoint)
    {
        var applied = documents.Count(Apply);
        if (checkpoint is not null) Checkpoint = checkpoint;
        _isDirty |= applied > 0 || checkpoint is not null;
        return new ApplyResult(applied, documents.Count - applied);
    }

    public void Refresh() => _searchers.MaybeRefreshBlocking();

    public void Commit()
    {
        if (!_isDirty) return;
        var data = new Dictionary<string, string> { [SchemaKey] = IndexFields.Schema };
        if (Checkpoint is { } checkpoint)
        {
            data[CheckpointTime] = checkpoint.ChangedAtUtc.ToString("O");
            data[CheckpointId] = checkpoint.ListingId;
        }

        _writer.SetCommitData(data);
        _writer.Commit();
        _isDirty = false;
    }

    public IReadOnlyList<IndexedVersion> Scan(string? after, int limit) =>
        [.. _known.Where(k => after is null || string.CompareOrdinal(k.Key, after) > 0)
            .OrderBy(k => k.Key, StringComparer.Ordinal).Take(limit)
            .Select(k => new IndexedVersion(k.Key, k.Value.Version, k.Value.IsTombstone))];

    public int Purge(DateTimeOffset appliedBefore)
    {
        var limit = appliedBefore.ToUnixTimeMilliseconds();
        var old = _known.Where(k => k.Value.IsTombstone && k.Value.BuriedAtMilliseconds < limit)
            .Select(k => k.Key).ToList();
        foreach (var id in old)
        {
            _writer.DeleteDocuments(new Term(IndexFields.Id, id));
            _known.Remove(id);
        }

        _isDirty |= old.Count > 0;
        return old.Count;
    }

    public void Dispose()
    {
        // This order: the searchers hold readers of the writer, and both hold files of the directory.
        _searchers.Dispose();
        Commit();
        _writer.Dispose();
        Directory.Dispose();
    }

    /// <summary>Stops without committing, as a crash would.</summary>
    public void Abandon()
    {
        _searchers.Dispose();
        _writer.Rollback();
        Directory.Dispose();
    }

    private bool Apply(ListingDocument document)
    {
        if (_known.TryGetValue(document.ListingId, out var known) && known.Version >= document.IndexVersion)
        {
            return false;
        }

        var now = _clock.GetUtcNow();
        _writer.UpdateDocument(new Term(IndexFields.Id, document.ListingId), DocumentMapper.Map(document, now));
        var isTombstone = document.Status == IndexStatus.Deleted;
        _known[document.ListingId] = new Known(
            document.IndexVersion, isTombstone, isTombstone ? now.ToUnixTimeMilliseconds() : 0);
        return true;
    }

    private void ReadCommit()
    {
        var data = _writer.CommitData;
        if (data.TryGetValue(CheckpointTime, out var time) && data.TryGetValue(CheckpointId, out var id))
        {
            Checkpoint = new IndexCheckpoint(
                DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), id);
        }
    }

    private void ReadVersions()
    {
        var searcher = Acquire();
        try
        {
            foreach (var leaf in searcher.IndexReader.Leaves)
            {
                var columns = SegmentColumns.Of(leaf.AtomicReader, Tokens);
                var live = leaf.AtomicReader.LiveDocs;
                for (var doc = 0; doc < columns.Flags.Length; doc++)
                {
                    if (live?.Get(doc) == false) continue;
                    var isTombstone = columns.Flags[doc].HasFlag(ColumnFlags.Tombstone);
                    _known[columns.ListingIds[doc]] = new Known(
                        columns.Versions[doc], isTombstone, isTombstone ? columns.Created[doc] : 0);
                }
            }
        }
        finally
        {
            Release(searcher);
        }
    }

    /// <summary>Reads a new searcher's columns before anybody searches with it.</summary>
    private sealed class WarmSearchers(TokenTable tokens) : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            var searcher = new IndexSearcher(reader) { Similarity = new RankingSimilarity() };
            SearcherState.Of(searcher, tokens);
            return searcher;
        }
    }
}
