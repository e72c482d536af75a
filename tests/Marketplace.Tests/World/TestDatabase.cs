using Marketplace.App;
using Marketplace.Kernel;
using Marketplace.Kernel.Data;
using Marketplace.Migrations.PostgreSql;
using Marketplace.Migrations.PostgreSql.Security;
using Marketplace.Migrations.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Marketplace.Tests.World;

/// <summary>
/// A fresh database a test, copied from a template that is migrated once a process. PostgreSQL where
/// MARKETPLACE_TEST_POSTGRES holds a superuser's connection string, else SQLite in a temporary folder.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public static readonly ModelParts Parts = new([typeof(KernelServices).Assembly, .. AppServices.Contexts]);

    private static readonly string? Superuser = Environment.GetEnvironmentVariable("MARKETPLACE_TEST_POSTGRES");
    private static readonly SemaphoreSlim OneTemplate = new(1, 1);
    private static string? _template;

    private readonly string _name;
    private readonly IDatabaseProvider _own;

    private TestDatabase(string name, IDatabaseProvider provider) =>
        (_name, _own, Provider) = (name, provider, IsPostgreSql ? provider : new ShapedProvider(provider));

    public static bool IsPostgreSql => Superuser is not null;

    public IDatabaseProvider Provider { get; }

    public static async Task<TestDatabase> CreateAsync(ModelParts parts)
    {
        await OneTemplate.WaitAsync();
        try
        {
            _template ??= IsPostgreSql ? await PostgresTemplateAsync(parts) : await SqliteTemplateAsync(parts);
        }
        finally
        {
            OneTemplate.Release();
        }

        return IsPostgreSql ? await CopyPostgresAsync(_template) : CopySqlite(_template);
    }

    /// <summary>One that nothing has migrated yet.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync()
    {
        var name = Fresh("mk_empty");
        if (!IsPostgreSql)
        {
            var path = Path.Combine(Path.GetTempPath(), name + ".db");
            return new TestDatabase(path, new SqliteProvider(SqliteString(path)));
        }

        await RoleSetup.CreateAsync(Superuser!, new Dictionary<string, string>(), default);
        await ExecuteAsync(Create(name, "template0"));
        return new TestDatabase(name, Postgres(name));
    }

    /// <summary>The same database as another process would open it.</summary>
    /// <param name="prepares">False where grants change under it: a statement that was refused would be prepared for ever.</param>
    public IDatabaseProvider Again(bool prepares = true) =>
        IsPostgreSql ? Postgres(_name, prepares) : new SqliteProvider(SqliteString(_name));

    /// <summary>Past the application, as whoever owns the database.</summary>
    public async Task ExecuteAsOwnerAsync(string sql)
    {
        if (IsPostgreSql) await ExecuteAsync(sql, _name);
        else
        {
            await using var connection = new SqliteConnection(SqliteString(_name) + ";Pooling=false");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_own is IAsyncDisposable disposable) await disposable.DisposeAsync();
        if (IsPostgreSql)
        {
            await ExecuteAsync($"DROP DATABASE IF EXISTS \"{_name}\" WITH (FORCE)");
            return;
        }

        using (var connection = new SqliteConnection(SqliteString(_name))) SqliteConnection.ClearPool(connection);
        foreach (var file in (string[])[_name, _name + "-wal", _name + "-shm", _name + ".migrating"]) File.Delete(file);
    }

    private static string Fresh(string prefix) => $"{prefix}_{Environment.ProcessId}_{Guid.NewGuid():N}"[..40];

    private static string SqliteString(string path) => $"Data Source={path};Foreign Keys=True;Default Timeout=30";

    private static async Task<string> SqliteTemplateAsync(ModelParts parts)
    {
        var path = Path.Combine(Path.GetTempPath(), Fresh("mk_template") + ".db");
        await new SqliteProvider(SqliteString(path)).MigrateAsync(parts, default);
        using (var connection = new SqliteConnection(SqliteString(path)))
        {
            connection.Open();
            using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
            checkpoint.ExecuteNonQuery();
            SqliteConnection.ClearPool(connection);
        }

        File.Delete(path + ".migrating");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
        return path;
    }

    private static TestDatabase CopySqlite(string template)
    {
        var path = Path.Combine(Path.GetTempPath(), Fresh("mk_test") + ".db");
        File.Copy(template, path);
        return new TestDatabase(path, new SqliteProvider(SqliteString(path)));
    }

    private static async Task<string> PostgresTemplateAsync(ModelParts parts)
    {
        await RoleSetup.CreateAsync(Superuser!, new Dictionary<string, string>(), default);
        var name = Fresh("mk_template");
        await ExecuteAsync(Create(name, "template0"));
        await using (var provider = Postgres(name)) await provider.MigrateAsync(parts, default);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            ExecuteAsync($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)").GetAwaiter().GetResult();
        return name;
    }

    private static async Task<TestDatabase> CopyPostgresAsync(string template)
    {
        var name = Fresh("mk_test");
        await OneTemplate.WaitAsync();
        try
        {
            await ExecuteAsync(Create(name, template));
        }
        finally
        {
            OneTemplate.Release();
        }

        return new TestDatabase(name, Postgres(name));
    }

    private static PostgreSqlProvider Postgres(string database, bool prepares = true)
    {
        var connection = new NpgsqlConnectionStringBuilder(Superuser) { Database = database, MaxPoolSize = 24 };
        if (!prepares) (connection.MaxAutoPrepare, connection.AutoPrepareMinUsages) = (1, 1_000_000);
        return new PostgreSqlProvider(new PostgreSqlOptions { ConnectionString = connection.ConnectionString });
    }

    private static string Create(string name, string template) =>
        $"CREATE DATABASE \"{name}\" OWNER {Roles.Migrator} TEMPLATE \"{template}\" LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'";

    private static async Task ExecuteAsync(string sql, string? database = null)
    {
        var server = new NpgsqlConnectionStringBuilder(Superuser) { Pooling = false };
        if (database is not null) (server.Database, server.Username) = (database, Roles.Migrator);
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
