using System.Diagnostics;
using Marketplace.App.Files;
using Marketplace.Catalog.Exchange;
using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Listings;
using Marketplace.Kernel.Ports;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.Extensions.DependencyInjection;
using static Marketplace.Tests.Catalog.CatalogWorld;
using static Marketplace.Tests.Catalog.Exchange.ImportWorld;

namespace Marketplace.Tests.Catalog.Exchange;

public sealed class ImportCrashTests(ITestOutputHelper output)
{
    private static byte[] Rows(int count, string price) => Utf8(
        "handle,title,category,description,attributes,sku,price:EUR,weight_g,stock\r\n"
            + string.Concat(Enumerable.Range(1, count).Select(n =>
            $"mug-{n},Stoneware mug number {n},Mugs,{Words},colour=red;volume=300,M{n},{price},420,{n % 7}\r\n")));

    /// <summary>A commit has two steps: right before it nothing of it may be there, right after it nothing may come again.</summary>
    [Fact]
    public async Task Killed_at_each_kind_of_step_it_goes_on_and_loses_and_doubles_nothing()
    {
        var plug = new PowerPlug();
        var files = new LocalFileStore(Path.Combine(Path.GetTempPath(), "mk_files_" + Guid.NewGuid().ToString("N")));
        await using var world = await CatalogWorld.StartAsync(services =>
        {
            services.AddSingleton<IFileStore>(files);
            plug.Wire(services);
        });
        plug.PutIn(0);
        foreach (var seller in (Caller[])[Potter, KilnMaster]) await world.ImportedAsync(seller, Rows(30, "19.00"));
        var before = await world.CatalogueAsync(Potter);

        // Thirty change and 210 are new: the dry run, three parts of new ones and two of changed ones, killed in each.
        var id = (await world.Host.SendAsync(Potter, new UploadImport(Rows(240, "21.00"), "mugs.csv"))).Required();
        Assert.True((await world.Host.SendAsync(Potter, As(await world.ImportAsync(Potter, id)))).Ok);
        await KilledAsync(world, plug, 2);
        await world.Host.RunJobAsync(Job);
        var ready = await world.ImportAsync(Potter, id);
        Assert.Equal((ImportState.Ready, 210, 30), (ready.State, ready.Counts[ImportOutcome.New], ready.Counts[ImportOutcome.Changed]));
        Assert.True((await world.Host.SendAsync(Potter, new ConfirmImport(id))).Ok);
        foreach (var step in (int[])[1, 4, 3]) await KilledAsync(world, plug, step);
        await world.Host.RunJobAsync(Job);

        var done = await world.ImportAsync(Potter, id);
        Assert.Equal((ImportState.Done, 240), (done.State, done.Steps[ImportStep.Applied]));
        await world.ImportedAsync(KilnMaster, Rows(240, "21.00"));
        Assert.Equal(await CellsAsync(world, KilnMaster), await CellsAsync(world, Potter));

        // And back, killed twice.
        Assert.True((await world.Host.SendAsync(Potter, new UndoImport(id))).Ok);
        foreach (var step in (int[])[3, 4]) await KilledAsync(world, plug, step);
        await world.Host.RunJobAsync(Job);
        Assert.Equal(240, (await world.ImportAsync(Potter, id)).Steps[ImportStep.Undone]);
        Assert.Equal(before, await world.CatalogueAsync(Potter));
    }

    private static async Task KilledAsync(CatalogWorld world, PowerPlug plug, int step)
    {
        plug.PutIn(step);
        await Assert.ThrowsAnyAsync<Exception>(() => world.Host.RunJobAsync(Job));
        Assert.True(plug.IsOut, plug.Last);
        await world.Host.RestartAsync();
        plug.PutIn(0);
    }

    /// <summary>All but the handle, which ends with the listing's id.</summary>
    private static async Task<List<string>> CellsAsync(CatalogWorld world, Caller who) =>
        [.. (await world.ExportAsync(who)).Split("\r\n").Where(l => l.Length > 0)
            .Select(l => l[(l.IndexOf(',') + 1)..]).Order(StringComparer.Ordinal)];

    /// <summary>By hand: how fast ten thousand rows are looked at, written, changed and taken back.</summary>
    [Fact(Explicit = true)]
    public async Task Ten_thousand_rows_are_imported_at_more_than_500_a_second()
    {
        await using var world = await CatalogWorld.StartAsync();
        const int count = 10_000;
        var said = new List<string>();
        async Task<T> TimedAsync<T>(string what, Func<Task<T>> work)
        {
            var watch = Stopwatch.StartNew();
            var answer = await work();
            said.Add($"{what}: {watch.Elapsed.TotalSeconds:F2} s, {count / watch.Elapsed.TotalSeconds:F0} rows/s");
            output.WriteLine(said[^1]);
            return answer;
        }

        foreach (var (what, price) in ((string, string)[])[("new", "19.00"), ("changed", "21.00")])
        {
            var id = (await TimedAsync(what + ": upload", () =>
                world.Host.SendAsync(Potter, new UploadImport(Rows(count, price), "mugs.csv")))).Required();
            Assert.True((await world.Host.SendAsync(Potter, As(await world.ImportAsync(Potter, id)))).Ok);
            await TimedAsync(what + ": dry run", () => world.Host.RunJobAsync(Job));
            Assert.True((await world.Host.SendAsync(Potter, new ConfirmImport(id))).Ok);
            await TimedAsync(what + ": import", () => world.Host.RunJobAsync(Job));
            Assert.Equal(count, (await world.ImportAsync(Potter, id)).Steps[ImportStep.Applied]);
            Assert.True((await world.Host.SendAsync(Potter, new UndoImport(id))).Ok);
            if (what == "new") (await world.Host.SendAsync(Potter, new GetImport(id))).Required();
            await TimedAsync(what + ": undo", () => world.Host.RunJobAsync(Job));
            Assert.Equal(count, (await world.ImportAsync(Potter, id)).Steps[ImportStep.Undone]);
            if (what == "new") await world.ImportedAsync(Potter, Rows(count, price));
        }
    }
}
