using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Marketplace.Tests.SqlServer;

/// <summary>SQL Server's own grammar, of 2019, 2022 and 2025: whether a text is T-SQL, and what it says. No engine.</summary>
internal static class TSql
{
    [ThreadStatic] private static TSqlParser[]? _parsers;

    private static TSqlParser[] Parsers => _parsers ??=
    [
        new TSql150Parser(initialQuotedIdentifiers: true), new TSql160Parser(initialQuotedIdentifiers: true),
        new TSql170Parser(initialQuotedIdentifiers: true),
    ];

    /// <summary>Also of what stands as text inside EXEC(N'…').</summary>
    public static IEnumerable<string> Errors(string sql)
    {
        foreach (var parser in Parsers)
        {
            var script = Parse(parser, sql, out var errors);
            foreach (var error in errors) yield return $"{parser.GetType().Name} {error.Line}:{error.Column} {error.Message}\n{sql}";
            foreach (var inner in Wrapped(script))
            {
                Parse(parser, inner, out errors);
                foreach (var error in errors) yield return $"{parser.GetType().Name} in EXEC {error.Line}:{error.Column} {error.Message}\n{inner}";
            }
        }
    }

    public static TSqlFragment Parse(string sql)
    {
        var script = Parse(Parsers[^1], sql, out var errors);
        return errors.Count == 0 ? script : throw new FormatException(errors[0].Message + "\n" + sql);
    }

    public static IReadOnlyList<T> All<T>(TSqlFragment script) where T : TSqlFragment
    {
        var found = new Finder<T>();
        script.Accept(found);
        return found.Found;
    }

    public static string Name(SchemaObjectName name) => name.BaseIdentifier.Value;

    private static TSqlFragment Parse(TSqlParser parser, string sql, out IList<ParseError> errors) =>
        parser.Parse(new StringReader(sql), out errors);

    private static IEnumerable<string> Wrapped(TSqlFragment? script) => script is null ? [] :
        from exec in All<ExecuteStatement>(script)
        where exec.ExecuteSpecification.ExecutableEntity is ExecutableStringList
        let texts = ((ExecutableStringList)exec.ExecuteSpecification.ExecutableEntity).Strings
        where texts.All(t => t is StringLiteral)
        select string.Concat(texts.Cast<StringLiteral>().Select(t => t.Value));

    private sealed class Finder<T> : TSqlFragmentVisitor where T : TSqlFragment
    {
        public List<T> Found { get; } = [];

        public override void Visit(TSqlFragment node)
        {
            if (node is T found) Found.Add(found);
        }
    }
}
