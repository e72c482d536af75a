using System.Data.Common;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Invariants;
using Marketplace.Migrations.PostgreSql;
using Marketplace.Migrations.PostgreSql.Security;
using Marketplace.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Marketplace.Web.Tests.Isolation;

/// <summary>
/// The canary of the database, and whether it sings: each guard that the database has is taken away once, found in its
/// own catalogue, and the canary must name its table. What stands before the database (filters, save guard) is not in
/// the way, since the canary goes past it.
/// </summary>
public sealed class DatabaseLayerTests(RoleDatabase database) : IClassFixture<RoleDatabase>
{
    [Fact]
    public async Task With_every_guard_in_place_nothing_is_reached()
    {
        await using var db = database.Platform();

        Nothing.In((await Canary(db).FindBreachesAsync(default)).Select(b => b.ToString()));
    }

    [Fact]
    public async Task Each_trigger_that_is_taken_away_is_missed_at_its_table()
    {
        Assert.SkipWhen(RoleDatabase.IsPostgreSql, "PostgreSQL has roles and policies instead.");
        await using var free = await database.FreeConnectionAsync();
        await using var db = database.Platform();
        var unseen = new List<string>();
        var guards = await RowsAsync(free, "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard|_%' ESCAPE '|'");
        foreach (var (name, table, sql) in guards.Select(g => (g[0], g[1], g[2])))
        {
            await RoleDatabase.ExecuteAsync(free, $"DROP TRIGGER \"{name}\"");
            if ((await Canary(db).FindBreachesAsync(Entity(db, table), default)).Count == 0) unseen.Add(name);
            await RoleDatabase.ExecuteAsync(free, sql);
        }

        Nothing.In(unseen);
        Assert.Equal(3 * database.Tables.Count, guards.Count);
    }

    [Fact]
    public async Task Each_policy_that_lets_everybody_through_is_seen_at_its_table()
    {
        Assert.SkipUnless(RoleDatabase.IsPostgreSql, "SQLite has triggers instead.");
        await using var free = await database.FreeConnectionAsync();
        await using var db = database.Platform();
        var unseen = new List<string>();
        var policies = await RowsAsync(free, "SELECT policyname, tablename, roles[1] FROM pg_policies WHERE policyname LIKE 'own|_%' ESCAPE '|'");
        foreach (var (name, table, role) in policies.Select(p => (p[0], p[1], p[2])))
        {
            await RoleDatabase.ExecuteAsync(free, $"ALTER POLICY {name} ON \"{table}\" USING (true) WITH CHECK (true)");
            if (!(await FindAsync(db, table)).Any(b => IsOf(b, role))) unseen.Add($"{table}: {name}");
            await RepairAsync(free, db, table);
        }

        Nothing.In(unseen);
        Assert.True(policies.Count > 50, $"{policies.Count} policies");
    }

    /// <summary>Where a role has nothing to do with a table it has no grant: that holds even where no policy stands behind it.</summary>
    [Fact]
    public async Task Each_grant_that_nobody_meant_is_seen_at_its_table()
    {
        Assert.SkipUnless(RoleDatabase.IsPostgreSql, "SQLite has triggers instead.");
        await using var free = await database.FreeConnectionAsync();
        await using var db = database.Platform();
        var (wrong, tried) = (new List<string>(), 0);
        foreach (var table in database.Tables)
            foreach (var role in Strangers(table.Ownership))
            {
                tried++;
                await RoleDatabase.ExecuteAsync(free, $"ALTER TABLE {table.Quoted} DISABLE ROW LEVEL SECURITY");
                if ((await FindAsync(db, table.Name)).Any(b => IsOf(b, role))) wrong.Add($"{table.Name}: {role} needs no grant");
                await RoleDatabase.ExecuteAsync(free, $"GRANT ALL ON {table.Quoted} TO {role}");
                if (!(await FindAsync(db, table.Name)).Any(b => IsOf(b, role))) wrong.Add($"{table.Name}: {role} has a grant, and nobody sees it");
                await RepairAsync(free, db, table.Name);
            }

        Nothing.In(wrong);
        Assert.True(tried > 50, $"{tried} grants");
    }

    private TheDoorsAreShut Canary(PlatformDb db) => new(
        db, database.Options<SellerDb>(Eyes.Seller), database.Options<BuyerDb>(Eyes.Buyer), database.Parts, database.Provider);

    private Task<List<Breach>> FindAsync(PlatformDb db, string table) => Canary(db).FindBreachesAsync(Entity(db, table), default);

    private static IEntityType Entity(PlatformDb db, string table) => OwnershipOf.Tables(db.Model).Single(e => e.GetTableName() == table);

    private static bool IsOf(Breach breach, string role) =>
        breach.Found.StartsWith(role == Roles.Seller ? "a seller" : "a buyer", StringComparison.Ordinal);

    private static IEnumerable<string> Strangers(Ownership ownership) => ownership switch
    {
        Ownership.Platform => [Roles.Seller, Roles.Buyer],
        Ownership.Tenant => [Roles.Buyer],
        _ => [],
    };

    /// <summary>As the migrator would: grants and policies of this table anew.</summary>
    private static async Task RepairAsync(DbConnection free, PlatformDb db, string table)
    {
        foreach (var statement in Policies.From(db.Model).Where(s => s.Contains($" \"{table}\"", StringComparison.Ordinal)))
            await RoleDatabase.ExecuteAsync(free, statement);
    }

    private static async Task<List<string[]>> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue).Select(v => v.ToString()!)]);
        return rows;
    }
}
