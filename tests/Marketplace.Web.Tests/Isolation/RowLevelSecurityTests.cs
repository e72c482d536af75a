using Marketplace.Web.Tests.World;
using System.Data.Common;
using Marketplace.Kernel.Data;
using Marketplace.Migrations.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Marketplace.Web.Tests.Isolation;

/// <summary>What only PostgreSQL can do: hide rows from a raw SELECT; and what that costs.</summary>
public sealed class RowLevelSecurityTests(RoleDatabase database) : IClassFixture<RoleDatabase>
{
    private const string Reason = "SQLite has no row-level security: EF's filters and the triggers guard it.";

    [Fact]
    public async Task A_raw_select_shows_ones_own_rows_what_is_published_and_nothing_else()
    {
        Assert.SkipUnless(RoleDatabase.IsPostgreSql, Reason);

        var found = new List<string>();
        foreach (var eyes in (Eyes[])[Eyes.Seller, Eyes.Buyer])
        {
            await using var db = database.Open(eyes, RoleDatabase.Mine);
            await db.Database.OpenConnectionAsync();
            foreach (var table in database.Tables)
            {
                var (seen, expected) = (await CountAsync(db.Database.GetDbConnection(), table), Seen(eyes, table.Ownership));
                // What the platform publishes may have come with the schema.
                if (seen != expected && !(expected == 2 && seen > 2)) found.Add($"{eyes} at {table.Name} ({table.Ownership}): {seen}, not {expected}");
            }
        }

        Nothing.In(found);
    }

    [Fact]
    public async Task A_connection_that_nobody_told_who_asks_shows_only_what_is_published()
    {
        Assert.SkipUnless(RoleDatabase.IsPostgreSql, Reason);

        var found = new List<string>();
        foreach (var (role, eyes) in ((string, Eyes)[])[(Roles.Seller, Eyes.Seller), (Roles.Buyer, Eyes.Buyer)])
        {
            await using var connection = await database.BlindConnectionAsync(role);
            foreach (var table in database.Tables)
            {
                var seen = await CountAsync(connection, table);
                if (seen is not (null or 0) && Seen(eyes, table.Ownership) != 2) found.Add($"{role} at {table.Name}: {seen}");
            }
        }

        Nothing.In(found);
    }

    [Fact]
    public async Task Every_table_has_row_level_security_that_its_owner_obeys_too()
    {
        Assert.SkipUnless(RoleDatabase.IsPostgreSql, Reason);

        await using var connection = await database.FreeConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
            AND relname NOT LIKE '\_\_EF%' AND NOT (relrowsecurity AND relforcerowsecurity)
            """;

        Assert.Null(await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task No_role_is_a_superuser_or_may_bypass_the_policies()
    {
        Assert.SkipUnless(RoleDatabase.IsPostgreSql, Reason);

        await using var connection = await database.FreeConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'mk\\_%' AND (rolsuper OR rolbypassrls)";

        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    /// <summary>A policy that could only be answered by reading the whole table would stop a big marketplace.</summary>
    [Fact]
    public async Task Each_policy_is_answered_by_an_index()
    {
        Assert.SkipUnless(RoleDatabase.IsPostgreSql, Reason);
        var guarded = database.Tables.Where(t => t.Ownership is not (Ownership.Platform or Ownership.Published or Ownership.Journal)).ToList();
        await using (var free = await database.FreeConnectionAsync())
        {
            foreach (var table in guarded) await FillAsync(free, table);
        }

        var found = new List<string>();
        foreach (var eyes in (Eyes[])[Eyes.Seller, Eyes.Buyer])
        {
            await using var db = database.Open(eyes, "m7");
            await db.Database.OpenConnectionAsync();
            foreach (var table in guarded)
            {
                if (Verb(eyes, table.Ownership) is not { } verb) continue;
                var plan = await PlanAsync(db.Database.GetDbConnection(), $"EXPLAIN {verb} FROM {table.Quoted}");
                if (plan.Contains("Seq Scan", StringComparison.Ordinal)) found.Add($"{eyes} {verb} {table.Name}: {plan}");
            }
        }

        Nothing.In(found);
    }

    /// <summary>
    /// What everybody may read has a policy for writing only. Journals are inserted into: an index for each owner would
    /// cost every write, and nobody lists them by owner.
    /// </summary>
    private static string? Verb(Eyes eyes, Ownership ownership) => (eyes, ownership) switch
    {
        (Eyes.Seller, Ownership.Tenant or Ownership.Shared) => "SELECT *",
        (Eyes.Buyer, Ownership.Shared) => "SELECT *",
        (Eyes.Seller, Ownership.PublishedBySeller) or (Eyes.Buyer, Ownership.PublishedByBuyer) => "DELETE",
        _ => null,
    };

    private static int? Seen(Eyes eyes, Ownership ownership) => (eyes, ownership) switch
    {
        (_, Ownership.Published or Ownership.PublishedBySeller or Ownership.PublishedByBuyer) => 2,
        (Eyes.Seller, Ownership.Tenant) or (_, Ownership.Shared or Ownership.Journal) => 1,
        _ => null,
    };

    /// <returns>Null where the role may not even ask.</returns>
    private static async Task<int?> CountAsync(DbConnection connection, Table table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table.Quoted}";
        try
        {
            return (int)(long)(await command.ExecuteScalarAsync())!;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return null;
        }
    }

    private static async Task FillAsync(DbConnection connection, Table table) => await RoleDatabase.ExecuteAsync(connection, $"""
        INSERT INTO {table.Quoted} ({RoleDatabase.Names(table)})
        SELECT {RoleDatabase.Values(table, "g", "'m' || (g % 400)")} FROM generate_series(1000, 4999) g ON CONFLICT DO NOTHING;
        ANALYZE {table.Quoted}
        """);

    private static async Task<string> PlanAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join(" | ", lines);
    }
}
