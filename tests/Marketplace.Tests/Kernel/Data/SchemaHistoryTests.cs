using Marketplace.App;
using Marketplace.Kernel;
using Marketplace.Kernel.Data;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Kernel.Data;

public sealed class SchemaHistoryTests
{
    private static readonly ModelParts Parts = new([typeof(KernelServices).Assembly, .. AppServices.Contexts]);

    [Fact]
    public async Task An_empty_database_is_behind_and_migrating_brings_it_up()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        Assert.Equal(SchemaState.Behind, await StateAsync(database));

        await database.Provider.MigrateAsync(Parts, default);

        Assert.Equal(SchemaState.UpToDate, await StateAsync(database));
    }

    [Fact]
    public async Task Migrating_from_several_processes_at_once_succeeds_in_each()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var processes = Enumerable.Range(0, 4).Select(_ => database.Again()).ToList();

        await Task.WhenAll(processes.Select(p => Task.Run(() => p.MigrateAsync(Parts, default))));

        Assert.Equal(SchemaState.UpToDate, await StateAsync(database));
        foreach (var process in processes.OfType<IAsyncDisposable>()) await process.DisposeAsync();
    }

    [Fact]
    public async Task A_process_that_was_killed_while_migrating_does_not_keep_the_next_one_waiting()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        // What it leaves: a history without entries and, on SQLite, EF's lock row. PostgreSQL's lock ends with its connection.
        await database.ExecuteAsOwnerAsync("""
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-03-02 09:00:00');
            CREATE TABLE "__EFMigrationsHistory" ("MigrationId" varchar(150) NOT NULL PRIMARY KEY, "ProductVersion" varchar(32) NOT NULL);
            """);

        await database.Provider.MigrateAsync(Parts, default).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(SchemaState.UpToDate, await StateAsync(database));
    }

    [Theory]
    [InlineData("INSERT INTO \"__EFMigrationsHistory\" VALUES ('20300101000000_FromTheFuture', '12.0.0')")]
    [InlineData("DROP TABLE \"__EFMigrationsHistory\"")]
    public async Task A_database_of_another_version_is_refused_and_left_as_it_is(string change)
    {
        await using var database = await TestDatabase.CreateAsync(Parts);
        await database.ExecuteAsOwnerAsync(change);

        await Assert.ThrowsAsync<ForeignSchemaException>(() => database.Provider.MigrateAsync(Parts, default));

        Assert.Equal(SchemaState.Foreign, await StateAsync(database));
    }

    [Fact]
    public async Task Guards_that_were_lost_or_left_over_are_put_right_by_migrating()
    {
        await using var database = await TestDatabase.CreateAsync(Parts);
        var guards = await GuardsAsync(database);
        await database.ExecuteAsOwnerAsync(TestDatabase.IsPostgreSql
            ? "DROP POLICY own_mk_seller ON \"Listings\""
            : """
            DROP TRIGGER "guard_Listings_INSERT";
            CREATE TRIGGER "guard_Gone_INSERT" BEFORE INSERT ON "Listings" BEGIN SELECT 1; END;
            """);
        Assert.NotEqual(guards, await GuardsAsync(database));

        await database.Provider.MigrateAsync(Parts, default);

        Assert.Equal(guards, await GuardsAsync(database));
    }

    private static Task<List<string>> GuardsAsync(TestDatabase database) => With(database, db => db.Database
        .SqlQueryRaw<string>(TestDatabase.IsPostgreSql
            ? "SELECT policyname::text AS \"Value\" FROM pg_policies WHERE tablename = 'Listings' ORDER BY policyname"
            : "SELECT name AS Value FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'Listings' ORDER BY name")
        .ToListAsync());

    private static Task<SchemaState> StateAsync(TestDatabase database) => With(database, db => SchemaHistory.ReadAsync(db, database.Provider, default));

    private static async Task<T> With<T>(TestDatabase database, Func<PlatformDb, Task<T>> read)
    {
        var options = new DbContextOptionsBuilder<PlatformDb>();
        database.Provider.Configure(options, Eyes.Platform);
        await using var db = new PlatformDb(options.Options, Parts);
        return await read(db);
    }
}
