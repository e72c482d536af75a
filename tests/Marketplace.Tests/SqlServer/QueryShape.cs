using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Marketplace.Tests.SqlServer;

/// <summary>
/// A query of the application, of which EF has taken out the values: compiled anew against SQL Server's model, and run
/// with values of every kind, since EF writes other SQL for what is null, for lists and for empty lists.
/// </summary>
internal sealed class QueryShape(Type eyes, Expression query)
{
    private static readonly MethodInfo Generic = typeof(QueryShape).GetMethod(nameof(Run), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <returns>Nothing for SQL that somebody wrote by hand: the product has none but its providers'.</returns>
    public IReadOnlyList<SilentSqlServer.Said>? Say()
    {
        using var db = SilentSqlServer.Open(eyes);
        var moved = new Roots(db.Model);
        var there = moved.Visit(query);
        return moved.IsRaw ? null : (IReadOnlyList<SilentSqlServer.Said>)Generic.MakeGenericMethod(ResultOf(there))
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [db, there, moved.Parameters], null)!;
    }

    private static IReadOnlyList<SilentSqlServer.Said> Run<T>(MarketplaceDb db, Expression query, IReadOnlyList<QueryParameterExpression> parameters)
    {
        var execute = db.GetService<IDatabase>().CompileQuery<T>(query, async: false);
        var samples = parameters.Count == 0 ? [Sample.Plain] : Enum.GetValues<Sample>();
        return [.. samples.SelectMany(sample => SilentSqlServer.Listen(() =>
        {
            var context = db.GetService<IQueryContextFactory>().Create();
            foreach (var parameter in parameters) context.Parameters[parameter.Name] = Samples.Value(parameter.Type, sample);
            if (execute(context) is IEnumerable rows and not string) _ = rows.Cast<object>().ToList();
        })).Distinct()];
    }

    private static Type ResultOf(Expression query)
    {
        var rows = query.Type.GetInterfaces().Append(query.Type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>));
        return rows is null ? query.Type : typeof(IEnumerable<>).MakeGenericType(rows.GetGenericArguments());
    }

    /// <summary>Every table that the query names, as SQL Server's model knows it.</summary>
    private sealed class Roots(IModel model) : ExpressionVisitor
    {
        private readonly Dictionary<string, QueryParameterExpression> _parameters = [];

        public IReadOnlyList<QueryParameterExpression> Parameters => [.. _parameters.Values];

        public bool IsRaw { get; private set; }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is QueryParameterExpression parameter) _parameters[parameter.Name] = parameter;
            if (node is not QueryRootExpression root) return base.VisitExtension(node);
            if (root.GetType() == typeof(EntityQueryRootExpression))
                return new EntityQueryRootExpression(model.FindEntityType(((EntityQueryRootExpression)root).EntityType.Name)!);
            IsRaw = true;
            return root;
        }
    }
}
