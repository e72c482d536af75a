using Marketplace.Kernel.Data;
using Marketplace.Migrations.PostgreSql;
using Marketplace.Migrations.PostgreSql.Security;
using Marketplace.Migrations.Sqlite;
using Marketplace.Migrations.SqlServer;
using Marketplace.Migrations.SqlServer.Security;

namespace Marketplace.Web.Shared.Hosting;

public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
    /// <summary>Parsed and modelled by the tests, never run on an engine.</summary>
    SqlServer,
}

/// <summary>Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public DatabaseKind Provider { get; set; } = DatabaseKind.Sqlite;

    /// <summary>SQLite may go without: a file in the data folder.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>By role name: <c>Database:Passwords:mk_seller</c>.</summary>
    public Dictionary<string, string> Passwords { get; set; } = [];

    /// <summary>For <c>migrate --roles</c> only.</summary>
    public string? SuperuserConnectionString { get; set; }

    public static DatabaseOptions From(IConfiguration configuration) =>
        configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();

    public IDatabaseProvider Build(DataFolder folder) => Provider switch
    {
        DatabaseKind.Sqlite => new SqliteProvider(
            ConnectionString ?? $"Data Source={SqliteFile(folder)};Foreign Keys=True;Default Timeout=30"),
        DatabaseKind.PostgreSql => new PostgreSqlProvider(
            new PostgreSqlOptions { ConnectionString = Server(), Passwords = Passwords }),
        DatabaseKind.SqlServer => new SqlServerProvider(
            new SqlServerOptions { ConnectionString = Server(), Passwords = Passwords }),
    };

    /// <summary>Who may connect; on SQL Server the database itself too, which needs its collation from the start.</summary>
    public Task CreateRolesAsync(string superuser, CancellationToken cancellation) => Provider switch
    {
        DatabaseKind.Sqlite => Task.CompletedTask,
        DatabaseKind.PostgreSql => RoleSetup.CreateAsync(superuser, Passwords, cancellation),
        DatabaseKind.SqlServer => UserSetup.CreateAsync(superuser, SqlServerOptions.DatabaseOf(Server()), Passwords, cancellation),
    };

    public static string SqliteFile(DataFolder folder) => folder.In("marketplace.db");

    private string Server() => ConnectionString ?? throw new InvalidOperationException("Database:ConnectionString is missing.");
}
