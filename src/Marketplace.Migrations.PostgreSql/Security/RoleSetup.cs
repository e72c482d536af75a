using Npgsql;

namespace Marketplace.Migrations.PostgreSql.Security;

/// <summary>
/// Roles belong to the cluster: a superuser makes them once (<c>marketplace migrate --roles</c>). None of them is a
/// superuser or may bypass row-level security.
/// </summary>
public static class RoleSetup
{
    public static async Task CreateAsync(
        string superuserConnectionString, IReadOnlyDictionary<string, string> passwords, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(superuserConnectionString);
        await connection.OpenAsync(cancellation);
        foreach (var role in Roles.All)
        {
            await using var command = new NpgsqlCommand(Sql(role, passwords.GetValueOrDefault(role)), connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static string Sql(string role, string? password)
    {
        var secret = password is null ? "" : $" PASSWORD '{password.Replace("'", "''", StringComparison.Ordinal)}'";
        return $"""
            DO $$ BEGIN
              IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{role}') THEN CREATE ROLE {role} LOGIN; END IF;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
            ALTER ROLE {role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE{secret};
            """;
    }
}
