using Marketplace.Growth.Search.Contracts;
using static Marketplace.Tests.Growth.Search.Shelf;

namespace Marketplace.Tests.Growth.Search;

public abstract class SearchIndexingContract : SearchEngineContract
{
    private static IndexCheckpoint At(int minutes) => new(Now.AddMinutes(minutes), $"l-{minutes}");

    [Fact]
    public async Task An_older_or_repeated_document_is_skipped()
    {
        await Engine.With(Listing("a", "Second title") with { IndexVersion = 2 });

        var older = await Engine.ApplyAsync(new IndexBatch([Listing("a", "First title")], null));
        var same = await Engine.ApplyAsync(new IndexBatch([Listing("a", "Second title") with { IndexVersion = 2 }], null));
        await Engine.RefreshAsync();

        Assert.Equal((0, 1), (older.Applied, older.Skipped));
        Assert.Equal((0, 1), (same.Applied, same.Skipped));
        Assert.Equal("Second title", (await Engine.SearchAsync(Ask())).Hits.Single().Title);
    }

    [Fact]
    public async Task A_late_document_does_not_raise_the_dead()
    {
        await Engine.With(Listing("a", "Kettle") with { IndexVersion = 4 });
        await Engine.With(ListingDocument.Tombstone("a", 5));

        await Engine.With(Listing("a", "Kettle") with { IndexVersion = 4 });

        Assert.Empty(await Engine.Ids(Ask()));
        Assert.Equal(0, await Engine.CountAsync());
        Assert.Equal([new IndexedVersion("a", 5, true)], await Engine.ScanVersionsAsync(null, 10));
    }

    [Fact]
    public async Task A_listing_comes_back_with_a_newer_version()
    {
        await Engine.With(ListingDocument.Tombstone("a", 5));
        await Engine.With(Listing("a", "Kettle") with { IndexVersion = 6 });

        Assert.Equal(["a"], await Engine.Ids(Ask()));
    }

    [Fact]
    public async Task A_later_version_in_the_same_batch_wins_whatever_the_order()
    {
        await Engine.With(
            Listing("a", "New") with { IndexVersion = 3 }, Listing("a", "Old") with { IndexVersion = 2 });

        Assert.Equal("New", (await Engine.SearchAsync(Ask())).Hits.Single().Title);
    }

    [Fact]
    public async Task A_changed_document_is_searched_by_its_new_words_only()
    {
        await Engine.With(Listing("a", "Kettle"));
        await Engine.With(Listing("a", "Teapot") with { IndexVersion = 2 });

        Assert.Empty(await Engine.Ids(Ask("kettle") with { AllowCorrection = false }));
        Assert.Equal(["a"], await Engine.Ids(Ask("teapot")));
    }

    [Fact]
    public async Task The_checkpoint_is_the_last_batchs()
    {
        Assert.Null(await Engine.ReadCheckpointAsync());

        await Engine.ApplyAsync(new IndexBatch([Listing("a", "Kettle")], At(1)));
        await Engine.ApplyAsync(new IndexBatch([], At(2)));

        Assert.Equal(At(2), await Engine.ReadCheckpointAsync());
    }

    [Fact]
    public async Task Versions_are_scanned_page_by_page_in_id_order()
    {
        await Engine.With([.. Enumerable.Range(0, 25).Reverse().Select(i => Listing($"l-{i:00}", "Kettle"))]);

        var scanned = new List<string>();
        while (await Engine.ScanVersionsAsync(scanned.LastOrDefault(), 10) is { Count: > 0 } page)
        {
            scanned.AddRange(page.Select(v => v.ListingId));
        }

        Assert.Equal([.. Enumerable.Range(0, 25).Select(i => $"l-{i:00}")], scanned);
    }

    [Fact]
    public async Task A_rebuild_shows_nothing_until_complete_and_loses_no_live_change()
    {
        await Engine.With(Listing("stale", "Kettle"), Listing("kept", "Kettle"));

        await using var rebuild = await Engine.BeginRebuildAsync();
        await Engine.With(Listing("kept", "Live change") with { IndexVersion = 9 }, Listing("born", "Kettle"));
        await rebuild.AddAsync([Listing("kept", "Backfill") with { IndexVersion = 8 }, Listing("found", "Kettle")]);
        var during = await Engine.Ids(Ask());
        await rebuild.CompleteAsync(At(7));
        var after = await Engine.SearchAsync(Ask());

        Assert.Equal(["born", "kept", "stale"], during.Order());
        Assert.Equal(["born", "found", "kept"], after.Hits.Select(h => h.ListingId).Order());
        Assert.Equal("Live change", after.Hits.Single(h => h.ListingId == "kept").Title);
        Assert.Equal(At(7), await Engine.ReadCheckpointAsync());
    }

    [Fact]
    public async Task An_abandoned_rebuild_changes_nothing_and_a_second_one_must_wait()
    {
        await Engine.With(Listing("a", "Kettle"));

        await using (await Engine.BeginRebuildAsync())
        {
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await Engine.BeginRebuildAsync());
        }

        await using (var second = await Engine.BeginRebuildAsync()) await second.AddAsync([]);
        Assert.Equal(["a"], await Engine.Ids(Ask()));
    }

    [Fact]
    public async Task Searches_run_through_a_swap_without_an_error()
    {
        await Engine.With(Listing("a", "Kettle"));
        using var stop = new CancellationTokenSource();
        var searching = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested) Assert.NotEmpty(await Engine.Ids(Ask("kettle")));
        });

        for (var i = 0; i < 5; i++)
        {
            await using var rebuild = await Engine.BeginRebuildAsync();
            await rebuild.AddAsync([Listing("a", "Kettle")]);
            await rebuild.CompleteAsync(At(i));
        }

        await stop.CancelAsync();
        await searching;
    }
}
