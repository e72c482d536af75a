using Marketplace.Web.Tests.World;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Tests.Isolation;

/// <summary>
/// The database itself, asked by raw SQL with the connection of each pair of eyes: roles and row-level security on
/// PostgreSQL, triggers on SQLite. Every table of the model, by its class of ownership.
/// </summary>
public sealed class DatabaseRolesTests(RoleDatabase database) : IClassFixture<RoleDatabase>
{
    private static readonly Eyes[] Owners = [Eyes.Seller, Eyes.Buyer];

    [Fact]
    public async Task Nobody_inserts_a_row_in_anothers_name()
    {
        var found = await EachAsync(Owners, async (db, table) =>
            await Attempt.AtAsync(db, RoleDatabase.InsertSql(table, "3", $"'{RoleDatabase.Theirs}'")) is { IsRefused: false } got
                ? got.Message ?? "inserted" : null);

        Nothing.In(found);
    }

    [Fact]
    public async Task Rows_in_ones_own_name_are_inserted_where_the_class_allows_it_and_refused_elsewhere()
    {
        var found = await EachAsync(Owners, async (db, table) =>
        {
            var got = await Attempt.AtAsync(db, RoleDatabase.InsertSql(table, "4", $"'{RoleDatabase.Mine}'"));
            return got.IsRefused == MayInsert(db.Sight.Eyes, table.Ownership) ? got.Message ?? "inserted" : null;
        });

        Nothing.In(found);
    }

    [Fact]
    public async Task Nobody_updates_anothers_row()
    {
        var found = await EachAsync(Owners, async (db, table) =>
        {
            foreach (var column in OwnerColumns(table))
            {
                var got = await Attempt.AtAsync(db,
                    $"UPDATE {table.Quoted} SET {table.AnyColumn} = {table.AnyColumn} WHERE \"{column}\" = '{RoleDatabase.Theirs}'");
                if (!got.ChangedNothing) return $"{got.Rows} updated {got.Message}";
            }

            return null;
        });

        Nothing.In(found);
    }

    [Fact]
    public async Task Nobody_gives_a_row_to_another()
    {
        var found = await EachAsync(Owners, async (db, table) =>
        {
            if (Owner(db.Sight.Eyes, table) is not { } column) return null;
            var got = await Attempt.AtAsync(db,
                $"UPDATE {table.Quoted} SET \"{column}\" = '{RoleDatabase.Theirs}' WHERE \"{column}\" = '{RoleDatabase.Mine}'");
            return got.ChangedNothing ? null : $"{got.Rows} given {got.Message}";
        });

        Nothing.In(found);
    }

    [Fact]
    public async Task Nobody_deletes_anothers_row()
    {
        var found = await EachAsync(Owners, async (db, table) =>
        {
            foreach (var column in OwnerColumns(table))
            {
                var got = await Attempt.AtAsync(db, $"DELETE FROM {table.Quoted} WHERE \"{column}\" = '{RoleDatabase.Theirs}'");
                if (!got.ChangedNothing) return $"{got.Rows} deleted {got.Message}";
            }

            return null;
        });

        Nothing.In(found);
    }

    [Fact]
    public async Task A_row_of_the_platform_is_neither_changed_nor_deleted_by_others()
    {
        var found = await EachAsync(Owners, async (db, table) =>
        {
            if (table.Ownership is not (Ownership.Platform or Ownership.Published or Ownership.Journal)) return null;
            var updated = await Attempt.AtAsync(db, $"UPDATE {table.Quoted} SET {table.AnyColumn} = {table.AnyColumn}");
            var deleted = await Attempt.AtAsync(db, $"DELETE FROM {table.Quoted}");
            return updated.ChangedNothing && deleted.ChangedNothing ? null : $"{updated} {deleted}";
        });

        Nothing.In(found);
    }

    [Fact]
    public async Task Ones_own_rows_are_updated_where_the_class_allows_it()
    {
        var found = await EachAsync(Owners, async (db, table) =>
        {
            if (Owner(db.Sight.Eyes, table) is not { } column || table.IsAppendOnly) return null;
            if (table.Ownership == Ownership.Journal) return null;
            var got = await Attempt.AtAsync(db,
                $"UPDATE {table.Quoted} SET {table.AnyColumn} = {table.AnyColumn} WHERE \"{column}\" = '{RoleDatabase.Mine}'");
            return got.Rows == 1 || got.IsBrokenKey ? null : $"{got.Rows} updated {got.Message}";
        });

        Nothing.In(found);
    }

    [Fact]
    public async Task Rows_that_are_written_once_stay_for_everybody()
    {
        var found = await EachAsync([Eyes.Seller, Eyes.Buyer, Eyes.Platform], async (db, table) =>
        {
            if (!table.IsAppendOnly) return null;
            var updated = await Attempt.AtAsync(db, $"UPDATE {table.Quoted} SET {table.AnyColumn} = {table.AnyColumn}");
            var deleted = await Attempt.AtAsync(db, $"DELETE FROM {table.Quoted}");
            return updated.ChangedNothing && deleted.ChangedNothing ? null : $"{updated} {deleted}";
        });

        Nothing.In(found);
        Assert.Contains(database.Tables, t => t.IsAppendOnly);
    }

    [Fact]
    public async Task The_platform_writes_every_table()
    {
        var found = await EachAsync([Eyes.Platform], async (db, table) =>
        {
            var inserted = await Attempt.AtAsync(db, RoleDatabase.InsertSql(table, "5", "'somebody'"));
            if (table.IsAppendOnly) return inserted.IsRefused ? inserted.Message : null;
            var updated = await Attempt.AtAsync(db, $"UPDATE {table.Quoted} SET {table.AnyColumn} = {table.AnyColumn}");
            return inserted.IsRefused || !(updated.Rows >= 2 || updated.IsBrokenKey) ? $"{inserted} {updated}" : null;
        });

        Nothing.In(found);
    }

    [Fact]
    public async Task Without_an_owner_nothing_is_written()
    {
        var found = new List<string>();
        foreach (var eyes in Owners)
        {
            foreach (var table in database.Tables)
            {
                await using var db = database.Open(eyes, null);
                foreach (var sql in (string[])
                    [
                        RoleDatabase.InsertSql(table, "6", "''"), RoleDatabase.InsertSql(table, "7", $"'{RoleDatabase.Mine}'"),
                        $"UPDATE {table.Quoted} SET {table.AnyColumn} = {table.AnyColumn}", $"DELETE FROM {table.Quoted}",
                    ])
                {
                    if (await Attempt.AtAsync(db, sql) is { ChangedNothing: false } got) found.Add($"{eyes} {sql}: {got}");
                }
            }
        }

        Nothing.In(found);
    }

    private async Task<IReadOnlyList<string>> EachAsync(Eyes[] all, Func<MarketplaceDb, Table, Task<string?>> test)
    {
        var found = new List<string>();
        foreach (var eyes in all)
        {
            await using var db = database.Open(eyes, RoleDatabase.Mine);
            await db.Database.OpenConnectionAsync();
            foreach (var table in database.Tables)
                if (await test(db, table) is { } wrong) found.Add($"{eyes} at {table.Name} ({table.Ownership}): {wrong}");
        }

        return found;
    }

    private static IEnumerable<string> OwnerColumns(Table table) =>
        table.Columns.Select(c => c.Name).Where(c => c is "TenantId" or "BuyerId");

    private static string? Owner(Eyes eyes, Table table) => (eyes, table.Ownership) switch
    {
        (Eyes.Seller, Ownership.Tenant or Ownership.Shared or Ownership.PublishedBySeller or Ownership.Journal) => "TenantId",
        (Eyes.Buyer, Ownership.Shared or Ownership.PublishedByBuyer or Ownership.Journal) => "BuyerId",
        _ => null,
    };

    private static bool MayInsert(Eyes eyes, Ownership ownership) => eyes switch
    {
        Eyes.Seller => ownership.HasTenant(),
        _ => ownership.HasBuyer(),
    };
}
