using Marketplace.Web.Tests.World;
using Microsoft.Data.Sqlite;

namespace Marketplace.Web.Tests.Isolation;

/// <summary>What only SQLite needs: a connection that no context opened cannot write at all.</summary>
public sealed class TriggerTests(RoleDatabase database) : IClassFixture<RoleDatabase>
{
    private const string Reason = "PostgreSQL has roles and policies instead.";

    [Fact]
    public async Task A_connection_that_nobody_told_who_asks_writes_nothing()
    {
        Assert.SkipWhen(RoleDatabase.IsPostgreSql, Reason);
        await using var connection = await database.BlindConnectionAsync("");

        var found = new List<string>();
        foreach (var table in database.Tables)
        {
            foreach (var sql in (string[])
                [
                    RoleDatabase.InsertSql(table, "8", "'mine'"),
                    $"UPDATE {table.Quoted} SET {table.AnyColumn} = {table.AnyColumn}", $"DELETE FROM {table.Quoted}",
                ])
            {
                var refused = await Assert.ThrowsAsync<SqliteException>(() => RoleDatabase.ExecuteAsync(connection, sql));
                if (!refused.Message.Contains("no such function", StringComparison.Ordinal)
                    && !refused.Message.Contains("not your row", StringComparison.Ordinal)) found.Add($"{sql}: {refused.Message}");
            }
        }

        Nothing.In(found);
    }

    [Fact]
    public async Task Every_table_has_a_guard_for_every_way_to_write()
    {
        Assert.SkipWhen(RoleDatabase.IsPostgreSql, Reason);
        await using var connection = await database.FreeConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT group_concat(name) FROM sqlite_master t WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
            AND name NOT LIKE '\_\_EF%' ESCAPE '\'
            AND (SELECT count(*) FROM sqlite_master g WHERE g.type = 'trigger' AND g.tbl_name = t.name AND g.name LIKE 'guard_%') <> 3
            """;

        Assert.Equal(DBNull.Value, await command.ExecuteScalarAsync());
    }
}
