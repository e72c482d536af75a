using System.Data.Common;
using Marketplace.App;
using Marketplace.Kernel;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Marketplace.Web.Tests.Isolation;

/// <summary>
/// A database with two rows in every table: one of seller and buyer "mine", one of "theirs". Foreign keys and checks are
/// off, since the rows mean nothing; triggers, grants and policies are those of production.
/// </summary>
public sealed class RoleDatabase : IAsyncLifetime
{
    public const string Mine = "mine";
    public const string Theirs = "theirs";

    private readonly ModelParts _parts = new([typeof(KernelServices).Assembly, .. AppServices.Contexts]);
    private TestDatabase? _database;

    internal ModelParts Parts => _parts;

    /// <summary>Opens connections that stand it when grants are taken and given.</summary>
    internal IDatabaseProvider Provider { get; private set; } = null!;

    internal IReadOnlyList<Table> Tables { get; private set; } = [];

    public static bool IsPostgreSql => TestDatabase.IsPostgreSql;

    internal SellerDb Seller(string? tenant) => new(Options<SellerDb>(Eyes.Seller), _parts, Calls(new Caller(TenantId: tenant)));

    internal BuyerDb Buyer(string? buyer) => new(Options<BuyerDb>(Eyes.Buyer), _parts, Calls(new Caller(BuyerId: buyer)));

    internal PlatformDb Platform() => new(Options<PlatformDb>(Eyes.Platform), _parts);

    internal MarketplaceDb Open(Eyes eyes, string? owner) => eyes switch
    {
        Eyes.Seller => Seller(owner),
        Eyes.Buyer => Buyer(owner),
        Eyes.Platform => Platform(),
    };

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(_parts);
        Provider = _database.Again(prepares: false);
        await using var db = Platform();
        Tables = Table.AllOf(db.Model);
        await using var connection = await FreeConnectionAsync();
        foreach (var table in Tables)
        {
            await InsertAsync(connection, table, "1", $"'{Mine}'");
            await InsertAsync(connection, table, "2", $"'{Theirs}'");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider is IAsyncDisposable provider) await provider.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    internal static string InsertSql(Table table, string n, string owner) =>
        $"INSERT INTO {table.Quoted} ({Names(table)}) VALUES ({Values(table, n, owner)})";

    internal static string Names(Table table) => string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));

    internal static string Values(Table table, string n, string owner) =>
        string.Join(", ", table.Columns.Select(c => c.Sql(n, owner, IsPostgreSql)));

    /// <summary>A connection past every guard: the superuser's, or one where every function says "platform".</summary>
    internal async Task<DbConnection> FreeConnectionAsync()
    {
        await using var db = Platform();
        DbConnection connection = IsPostgreSql
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("MARKETPLACE_TEST_POSTGRES"))
            {
                Database = db.Database.GetDbConnection().Database, Pooling = false,
            }.ConnectionString)
            : new SqliteConnection(db.Database.GetConnectionString() + ";Pooling=False");
        await connection.OpenAsync();
        if (connection is SqliteConnection sqlite)
        {
            sqlite.CreateFunction("app_role", () => "platform");
            sqlite.CreateFunction("app_tenant", () => (string?)null);
            sqlite.CreateFunction("app_buyer", () => (string?)null);
            await ExecuteAsync(connection, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;");
        }
        else
        {
            await ExecuteAsync(connection, """
                DO $$ DECLARE c record; BEGIN
                  FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint
                           WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace
                  LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.conname); END LOOP;
                END $$
                """);
        }

        return connection;
    }

    /// <summary>A connection that no context opened: nobody told it who asks.</summary>
    internal async Task<DbConnection> BlindConnectionAsync(string role)
    {
        await using var db = Platform();
        DbConnection connection = IsPostgreSql
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("MARKETPLACE_TEST_POSTGRES"))
            {
                Database = db.Database.GetDbConnection().Database, Username = role, Pooling = false,
            }.ConnectionString)
            : new SqliteConnection(db.Database.GetConnectionString() + ";Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    internal static async Task<int> ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    private static Task<int> InsertAsync(DbConnection connection, Table table, string n, string owner) =>
        ExecuteAsync(connection, InsertSql(table, n, owner));

    internal DbContextOptions<T> Options<T>(Eyes eyes) where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>();
        Provider.Configure(options, eyes);
        return options.Options;
    }

    private static CallerAccessor Calls(Caller caller)
    {
        var accessor = new CallerAccessor();
        accessor.Set(caller);
        return accessor;
    }
}
