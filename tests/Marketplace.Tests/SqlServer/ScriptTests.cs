using Marketplace.Kernel.Data;
using Marketplace.Migrations.SqlServer;
using Marketplace.Migrations.SqlServer.Security;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Marketplace.Tests.SqlServer;

/// <summary>Everything that is said to a SQL Server is T-SQL. Whether an engine does what it says, no test here can tell.</summary>
public sealed class ScriptTests
{
    [Theory]
    [InlineData("SELECT 1 LIMIT 1")]
    [InlineData("SELECT 1; CREATE SCHEMA mk")]
    [InlineData("EXEC(N'CREATE SECURITY POLICY mk.p ADD FILTER ON dbo.t')")]
    public void What_is_no_T_SQL_is_found_out(string sql) => Assert.NotEmpty(TSql.Errors(sql));

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Script)]
    [InlineData(MigrationsSqlGenerationOptions.Script | MigrationsSqlGenerationOptions.Idempotent)]
    public void The_migrations_parse(MigrationsSqlGenerationOptions options)
    {
        using var db = SqlServerModelOf.Context();

        Assert.Empty(TSql.Errors(SqlServerModelOf.Migrations(db, options)));
    }

    [Fact]
    public void Each_guard_parses_alone_and_all_of_them_as_one_script_with_the_migrations()
    {
        using var db = SqlServerModelOf.Context();

        Assert.Empty(Policies.From(db.Model).SelectMany(TSql.Errors));
        Assert.Empty(Policies.Objects(db.Model).SelectMany(TSql.Errors));
        var everything = SqlServerModelOf.Everything(db);
        Assert.Empty(TSql.Errors(everything));
        ForOtherTools.Write("script.sql", everything);
    }

    [Fact]
    public void What_the_migrator_and_the_connections_say_parses()
    {
        string[] said =
        [
            MigrationLock.Take, SessionSight.Tell, .. UserSetup.InDatabase, UserSetup.Database("o'neill]s"),
            .. Users.All.Select(u => UserSetup.Login(u, "it's a secret")), .. Users.All.Select(u => UserSetup.Login(u, null)),
            new SqlServerProvider(new SqlServerOptions { ConnectionString = "Server=x;Database=y" }).TablesSql,
        ];

        Assert.Empty(said.SelectMany(TSql.Errors));
    }

    [Fact]
    public void Rows_in_bulk_are_inserted_with_T_SQL()
    {
        using var db = SqlServerModelOf.Context();

        Assert.Empty(OwnershipOf.Tables(db.Model).SelectMany(t => TSql.Errors(InsertStatement.Of(db, t.ClrType).Sql)));
    }
}
