using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Marketplace.SqlServerModel;

/// <summary>
/// What of a script makes up a database, unwrapped from EXEC and from the conditions under which it is made. What is neither
/// that nor known to be something else is an error: nothing is left out in silence.
/// </summary>
internal static class Objects
{
    public static IReadOnlyList<string> Of(string script)
    {
        var seeds = 0;
        return [.. Statements(script).Select(s => s is InsertStatement
            ? $"CREATE PROCEDURE dbo.seed{(++seeds).ToString(CultureInfo.InvariantCulture)} AS {Text(s)}" : Text(s))];
    }

    private static IEnumerable<TSqlStatement> Statements(string script)
    {
        var parsed = (TSqlScript)new TSql170Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
        if (errors.Count > 0) throw new FormatException($"{errors[0].Line}: {errors[0].Message}\n{script}");
        return parsed.Batches.SelectMany(b => b.Statements).SelectMany(Statements);
    }

    private static IEnumerable<TSqlStatement> Statements(TSqlStatement statement) => statement switch
    {
        CreateTableStatement or CreateIndexStatement or AlterTableAddTableElementStatement or CreateSchemaStatement
            or CreateFunctionStatement or CreateSecurityPolicyStatement or CreateTriggerStatement or GrantStatement
            or InsertStatement => [statement],
        IfStatement conditional => Statements(conditional.ThenStatement),
        BeginEndBlockStatement block => block.StatementList.Statements.SelectMany(Statements),
        ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableStringList { Strings: [StringLiteral text] } } =>
            Statements(text.Value),
        // Of a list that is put together while it runs: what there is to drop.
        ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableStringList { Strings: [VariableReference] } } => [],
        BeginTransactionStatement or CommitTransactionStatement or SetIdentityInsertStatement or DeclareVariableStatement
            or SelectStatement or ThrowStatement or DenyStatement or RevokeStatement or AlterDatabaseSetStatement => [],
        _ => throw new NotSupportedException($"What is a {statement.GetType().Name}?\n{Text(statement)}"),
    };

    private static string Text(TSqlFragment fragment) => string.Concat(fragment.ScriptTokenStream
        .Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(t => t.Text));
}
