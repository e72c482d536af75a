using System.Data;
using System.Data.Common;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Marketplace.Migrations.SqlServer;
using Marketplace.Tests.World;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Marketplace.Tests.SqlServer;

/// <summary>
/// Contexts of SQL Server whose connection opens nowhere and whose commands are written down instead of being sent: a
/// read finds no rows, a write one.
/// </summary>
internal static class SilentSqlServer
{
    private static readonly DbContextOptions<PlatformDb> Platform = Options<PlatformDb>();
    private static readonly DbContextOptions<SellerDb> Seller = Options<SellerDb>();
    private static readonly DbContextOptions<BuyerDb> Buyer = Options<BuyerDb>();

    [ThreadStatic] private static List<Said>? _said;

    public static MarketplaceDb Open(Type eyes) => eyes switch
    {
        _ when eyes == typeof(PlatformDb) => new PlatformDb(Platform, TestDatabase.Parts),
        _ when eyes == typeof(SellerDb) => new SellerDb(Seller, TestDatabase.Parts, Calls(new Caller(TenantId: "01seller"))),
        _ when eyes == typeof(BuyerDb) => new BuyerDb(Buyer, TestDatabase.Parts, Calls(new Caller(BuyerId: "01buyer"))),
        _ => throw new ArgumentException($"{eyes.Name} is none of the contexts.", nameof(eyes)),
    };

    /// <summary>What is said while this runs, synchronously, even if it fails on having no answer.</summary>
    public static IReadOnlyList<Said> Listen(Action act)
    {
        var (before, said) = (_said, new List<Said>());
        _said = said;
        try
        {
            act();
        }
        catch (Exception) when (said.Count > 0)
        {
            // An answer was needed to go on.
        }
        finally
        {
            _said = before;
        }

        return said;
    }

    private static CallerAccessor Calls(Caller caller)
    {
        var accessor = new CallerAccessor();
        accessor.Set(caller);
        return accessor;
    }

    private static DbContextOptions<T> Options<T>() where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>();
        SqlServerProvider.Configure(options, "Server=nowhere;Database=silent").AddInterceptors(new NoConnection(), new NoCommand());
        return options.Options;
    }

    /// <summary>One command as it would have been sent.</summary>
    internal sealed record Said(string Sql, string Declarations)
    {
        public static Said Of(DbCommand command) => new(command.CommandText, string.Concat(command.Parameters
            .Cast<SqlParameter>().Select(p => $"DECLARE {p.ParameterName} {Type(p)};\n")));

        private static string Type(SqlParameter parameter)
        {
            var name = parameter.SqlDbType.ToString().ToLowerInvariant();
            return parameter.SqlDbType is SqlDbType.NVarChar or SqlDbType.VarChar or SqlDbType.VarBinary
                ? $"{name}({(parameter.Size is > 0 and <= 8000 ? parameter.Size : "max")})" : name;
        }
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

        public override InterceptionResult ConnectionClosing(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();
    }

    private sealed class NoCommand : DbCommandInterceptor
    {
        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            _said!.Add(Said.Of(command));
            return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader());
        }

        public override InterceptionResult<int> NonQueryExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            _said!.Add(Said.Of(command));
            return InterceptionResult<int>.SuppressWithResult(1);
        }
    }
}
