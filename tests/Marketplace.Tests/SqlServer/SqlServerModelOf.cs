using Marketplace.Kernel.Data;
using Marketplace.Migrations.SqlServer;
using Marketplace.Migrations.SqlServer.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Marketplace.Tests.SqlServer;

/// <summary>What a SQL Server would be told, made without one.</summary>
internal static class SqlServerModelOf
{
    public static PlatformDb Context() => new DesignTimeFactory().CreateDbContext([]);

    /// <summary>With what only migrations need: checks, comments.</summary>
    public static IModel Whole(PlatformDb db) => db.GetService<IDesignTimeModel>().Model;

    public static string Migrations(PlatformDb db, MigrationsSqlGenerationOptions options) =>
        db.GetService<IMigrator>().GenerateScript(options: options);

    /// <summary>Everything that migrating an empty database says to it, in order.</summary>
    public static string Everything(PlatformDb db) => string.Join("\nGO\n",
    [
        DatabaseSettings.Demand(SqlServerProvider.Collation), DatabaseSettings.SnapshotsAreOff, DatabaseSettings.TurnSnapshotsOn,
        Policies.Shut, .. Policies.Lift, Migrations(db, MigrationsSqlGenerationOptions.Script), .. Policies.Lift,
        .. Policies.From(db.Model), Policies.Open,
    ]);
}
