using global::Lucene.Net.Store;
using Marketplace.Growth.Search.Adapters.Lucene;
using Marketplace.Growth.Search.Contracts;
using Microsoft.Extensions.Time.Testing;
using static Marketplace.Tests.Growth.Search.Shelf;
using Directory = System.IO.Directory;

namespace Marketplace.Tests.Growth.Search.Adapters.Lucene;

public sealed class LuceneSearchEngineTests : IDisposable
{
    private readonly string _path = TemporaryIndex.NewPath();
    private readonly FakeTimeProvider _clock = new(Now);

    private LuceneSearchEngine Open() => new(_path, _clock);

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public async Task The_index_is_never_mapped_into_memory()
    {
        await using var engine = Open();

        Assert.IsType<NIOFSDirectory>(engine.Live.Directory);
    }

    [Fact]
    public async Task Documents_and_checkpoint_survive_a_restart_together()
    {
        var checkpoint = new IndexCheckpoint(Now.AddTicks(1), "b");
        await using (var engine = Open())
        {
            await engine.ApplyAsync(new IndexBatch([Listing("a", "Kettle"), Listing("b", "Teapot")], checkpoint));
        }

        await using var again = Open();

        Assert.Equal(checkpoint, await again.ReadCheckpointAsync());
        Assert.Equal(["a"], await again.Ids(Ask("kettle")));
    }

    [Fact]
    public async Task A_crash_loses_uncommitted_documents_and_their_checkpoint_alike()
    {
        var committed = new IndexCheckpoint(Now, "a");
        var engine = Open();
        await engine.ApplyAsync(new IndexBatch([Listing("a", "Kettle")], committed));
        await engine.CommitAsync();
        await engine.ApplyAsync(new IndexBatch([Listing("b", "Teapot")], new IndexCheckpoint(Now.AddDays(1), "b")));
        engine.Live.Abandon();

        await using var again = Open();

        Assert.Equal(committed, await again.ReadCheckpointAsync());
        Assert.Equal(["a"], await again.Ids(Ask()));
    }

    [Fact]
    public async Task Versions_and_tombstones_are_known_after_a_restart()
    {
        await using (var engine = Open())
        {
            await engine.With(Listing("a", "Kettle") with { IndexVersion = 4 }, ListingDocument.Tombstone("b", 7));
        }

        await using var again = Open();
        var late = await again.ApplyAsync(new IndexBatch(
            [Listing("a", "Kettle") with { IndexVersion = 3 }, Listing("b", "Teapot") with { IndexVersion = 6 }], null));

        Assert.Equal((0, 2), (late.Applied, late.Skipped));
    }

    [Fact]
    public async Task Only_tombstones_older_than_asked_are_purged()
    {
        await using var engine = Open();
        await engine.With(Listing("alive", "Kettle"), ListingDocument.Tombstone("old", 2));
        _clock.Advance(TimeSpan.FromDays(2));
        await engine.With(ListingDocument.Tombstone("recent", 2));

        var purged = await engine.PurgeTombstonesAsync(_clock.GetUtcNow().AddDays(-1));

        Assert.Equal(1, purged);
        Assert.Equal(["alive", "recent"], (await engine.ScanVersionsAsync(null, 10)).Select(v => v.ListingId));
    }

    [Fact]
    public async Task A_finished_rebuild_is_what_the_next_start_opens_and_nothing_else_is_left()
    {
        await using (var engine = Open())
        {
            await engine.With(Listing("old", "Kettle"));
            await using var rebuild = await engine.BeginRebuildAsync();
            await rebuild.AddAsync([Listing("new", "Kettle")]);
            await rebuild.CompleteAsync(new IndexCheckpoint(Now, "new"));
        }

        await using var again = Open();

        Assert.Equal(["new"], await again.Ids(Ask()));
        Assert.Single(Directory.GetDirectories(_path));
    }

    [Fact]
    public async Task A_browse_answer_is_kept_until_the_index_changes()
    {
        await using var engine = Open();
        await engine.With(Listing("a", "Kettle"));

        var first = await engine.SearchAsync(Ask());
        var second = await engine.SearchAsync(Ask());
        await engine.With(Listing("b", "Teapot"));
        var third = await engine.SearchAsync(Ask());

        Assert.Same(first, second);
        Assert.Equal(2, third.Total);
    }
}
