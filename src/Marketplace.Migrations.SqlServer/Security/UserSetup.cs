using Microsoft.Data.SqlClient;

namespace Marketplace.Migrations.SqlServer.Security;

/// <summary>
/// Logins belong to the server: an administrator makes them once (<c>marketplace migrate --roles</c>), the database with
/// its collation too where it is missing, and in it a user for each login. Only the migrator is an owner.
/// </summary>
public static class UserSetup
{
    public static async Task CreateAsync(
        string administratorConnectionString, string database, IReadOnlyDictionary<string, string> passwords,
        CancellationToken cancellation)
    {
        if (database.Length == 0) throw new ArgumentException("Database:ConnectionString names no database.", nameof(database));
        var server = new SqlConnectionStringBuilder(administratorConnectionString) { Pooling = false, ConnectRetryCount = 0 };
        server.InitialCatalog = "master";
        await ExecuteAsync(server, [.. Users.All.Select(u => Login(u, passwords.GetValueOrDefault(u))), Database(database)], cancellation);
        server.InitialCatalog = database;
        await ExecuteAsync(server, InDatabase, cancellation);
    }

    internal static string Login(string user, string? password)
    {
        var secret = password is null ? null : $"WITH PASSWORD = N'{Quoted(password)}'";
        return $"""
            IF SUSER_ID(N'{user}') IS NULL {(secret is null
                ? $"THROW 50000, N'Set Database:Passwords:{user} for --roles.', 1"
                : $"CREATE LOGIN [{user}] {secret}")}
            {(secret is null ? "" : $"ELSE ALTER LOGIN [{user}] {secret}")}
            """;
    }

    internal static string Database(string name) =>
        $"IF DB_ID(N'{Quoted(name)}') IS NULL CREATE DATABASE [{name.Replace("]", "]]", StringComparison.Ordinal)}] "
        + $"COLLATE {SqlServerProvider.Collation}";

    internal static IEnumerable<string> InDatabase =>
    [
        .. Users.All.Select(user => $"""
            IF DATABASE_PRINCIPAL_ID(N'{user}') IS NULL CREATE USER [{user}] FOR LOGIN [{user}]
            ELSE ALTER USER [{user}] WITH LOGIN = [{user}]
            """),
        $"ALTER ROLE db_owner ADD MEMBER [{Users.Migrator}]",
    ];

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static async Task ExecuteAsync(
        SqlConnectionStringBuilder server, IEnumerable<string> statements, CancellationToken cancellation)
    {
        await using var connection = new SqlConnection(server.ConnectionString);
        await connection.OpenAsync(cancellation);
        foreach (var statement in statements)
        {
            await using var command = new SqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
