using System.Collections.Concurrent;
using System.Diagnostics;
using System.Linq.Expressions;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Marketplace.Tests.SqlServer;

/// <summary>
/// Listens to every query that the running suite compiles, on whatever database it runs, and holds it against SQL Server:
/// EF must translate it, and SQL Server's grammar must know what comes of it. The test that asks a query which fails this
/// fails itself, there and then. EF compiles a query once a process, so each costs its milliseconds once.
/// </summary>
public sealed class ShapeCollector : IQueryExpressionInterceptor
{
    /// <summary>One for the process: EF makes a service provider of its own for each interceptor that it has not seen.</summary>
    public static readonly ShapeCollector Instance = new();

    private readonly ConcurrentDictionary<string, Lazy<NotForSqlServerException?>> _seen = new(StringComparer.Ordinal);
    private long _ticks;

    private ShapeCollector() => AppDomain.CurrentDomain.ProcessExit += (_, _) => ForOtherTools.Write(
        $"took-{Environment.ProcessId}.txt", $"{_seen.Count} queries in {TimeSpan.FromTicks(_ticks).TotalSeconds:F1} s");

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (eventData.Context is not MarketplaceDb db) return queryExpression;
        var started = Stopwatch.GetTimestamp();
        var (eyes, text) = (db.GetType(), eventData.ExpressionPrinter.PrintExpression(queryExpression));
        var failure = _seen.GetOrAdd($"{eyes.Name}: {text}", key => new(() => Check(eyes, queryExpression, key))).Value;
        Interlocked.Add(ref _ticks, Stopwatch.GetElapsedTime(started).Ticks);
        return failure is null ? queryExpression : throw failure;
    }

    private static NotForSqlServerException? Check(Type eyes, Expression query, string key)
    {
        IReadOnlyList<SilentSqlServer.Said>? said;
        try
        {
            said = new QueryShape(eyes, query).Say();
        }
        catch (Exception failure)
        {
            return new NotForSqlServerException(key, failure.Message, failure);
        }

        if (said is null) return null;
        if (said.Count == 0) return new NotForSqlServerException(key, "It says nothing.", null);
        if (said.SelectMany(s => TSql.Errors(s.Declarations + s.Sql)).FirstOrDefault() is { } error)
            return new NotForSqlServerException(key, error, null);
        ForOtherTools.Add(said);
        return null;
    }
}

public sealed class NotForSqlServerException(string query, string why, Exception? inner)
    : InvalidOperationException($"SQL Server cannot be asked this. {why}\n{query}", inner);
