using System.Text.RegularExpressions;
using Marketplace.Migrations.SqlServer;
using Marketplace.Migrations.SqlServer.Security;
using Microsoft.Data.Sqlite;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Marketplace.Tests.SqlServer;

/// <summary>
/// Runs the body of a predicate's function on SQLite, whose SQL says the same but for how a text is marked: the
/// functions of SQL Server that it asks are registered with the answers of a session. Not SQL Server: it tests what the
/// condition says, not how an engine applies it.
/// </summary>
internal sealed partial class PredicateRunner : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly Dictionary<string, string?> _session = [];
    private string? _user;

    public PredicateRunner()
    {
        _connection.Open();
        _connection.CreateCollation(SqlServerProvider.Collation, string.CompareOrdinal);
        _connection.CreateFunction("DATABASE_PRINCIPAL_ID", () => _user is null ? null : Id(_user));
        _connection.CreateFunction("DATABASE_PRINCIPAL_ID", (string name) => Id(name));
        _connection.CreateFunction("SESSION_CONTEXT", (string key) => _session.GetValueOrDefault(key));
    }

    /// <param name="user">Who is connected; somebody of another name is a stranger, the owner of the database too.</param>
    public void Connect(string user, string? tenant, string? buyer) =>
        (_user, _session["TenantId"], _session["BuyerId"]) = (user, tenant, buyer);

    public bool Allows(string function, IReadOnlyDictionary<string, string?> row)
    {
        var create = TSql.All<CreateFunctionStatement>(TSql.Parse(Predicates.Functions.Single(f => f.Contains($".{function}(", StringComparison.Ordinal)))).Single();
        var body = ((SelectFunctionReturnType)create.ReturnType).SelectStatement;
        using var command = _connection.CreateCommand();
        command.CommandText = UnicodeText().Replace(Text(body), "'");
        foreach (var parameter in create.Parameters)
        {
            var name = parameter.VariableName.Value;
            command.Parameters.AddWithValue(name, (object?)row.GetValueOrDefault(name[1..]) ?? DBNull.Value);
        }

        return command.ExecuteScalar() is not null;
    }

    public void Dispose() => _connection.Dispose();

    private static long? Id(string user) => Users.All.ToList().IndexOf(user) is >= 0 and var id ? id + 5 : user == "dbo" ? 1 : null;

    private static string Text(TSqlFragment fragment) => string.Concat(
        fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(t => t.Text));

    [GeneratedRegex("N'")]
    private static partial Regex UnicodeText();
}
