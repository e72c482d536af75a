using System.Data.Common;
using Marketplace.Kernel.Data;
using Marketplace.Migrations.SqlServer.Security;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Marketplace.Migrations.SqlServer;

/// <summary>
/// SQL Server 2019 or newer, with one user for each pair of eyes and security policies behind EF's filters. Its SQL is
/// parsed and modelled by the tests and never ran on an engine.
/// </summary>
public sealed class SqlServerProvider(SqlServerOptions settings) : IDatabaseProvider, IDisposable
{
    /// <summary>
    /// Text is compared as it is written, as on the other databases. UTF-8, so that a letter outside of ASCII in a column
    /// for ASCII stays that letter instead of becoming a question mark.
    /// </summary>
    public const string Collation = "Latin1_General_100_BIN2_UTF8";

    /// <summary>SQL Server 2019: what newer ones can besides, nothing here uses.</summary>
    private const int CompatibilityLevel = 150;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SessionSight _sight = new();
    private readonly WriteGate _gate = new(settings.TransactionsAtOnce);

    public string Name => "sqlserver";

    public string TablesSql => "SELECT [name] AS [Value] FROM sys.tables";

    public bool HidesRows => true;

    public void Configure(DbContextOptionsBuilder options, Eyes eyes) =>
        Configure(options, settings.For(eyes)).AddInterceptors(_sight);

    /// <summary>Without a word to the connections about who asks.</summary>
    internal static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlServer(connectionString, Common)
        .ReplaceService<IModelCustomizer, SqlServerModel>()
        .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));

    public async Task MigrateAsync(ModelParts parts, CancellationToken cancellation)
    {
        var migrator = settings.For(Users.Migrator, isPooled: false);
        await using var alone = await MigrationLock.TakeAsync(migrator, Patience, cancellation);
        await alone.ExecuteAsync(DatabaseSettings.Demand(Collation), cancellation);
        if (await alone.ReadAsync(DatabaseSettings.SnapshotsAreOff, cancellation) == 1)
            await alone.ExecuteAsync(DatabaseSettings.TurnSnapshotsOn, cancellation);

        var options = new DbContextOptionsBuilder<PlatformDb>();
        Configure(options, migrator);
        await using var db = new PlatformDb(options.Options, parts);
        // A guarded table can be neither dropped nor have its owner's column changed. Until the guards stand again,
        // sellers and buyers are refused altogether; a migrator that dies in between leaves it so.
        if (await SchemaHistory.ReadAsync(db, this, cancellation) == SchemaState.Behind)
            await alone.ExecuteInOneAsync([Policies.Shut, .. Policies.Lift], cancellation);
        await SchemaHistory.UpgradeAsync(db, this, cancellation);
        await alone.ExecuteInOneAsync([.. Policies.Lift, .. Policies.From(db.Model), Policies.Open], cancellation);
    }

    public ValueTask<IDisposable> EnterWriteAsync(CancellationToken cancellation) => _gate.EnterAsync(cancellation);

    /// <summary>2601: a unique index; 2627: a key or a unique constraint.</summary>
    public bool IsDuplicateKey(DbUpdateException exception) => exception.GetBaseException() is SqlException { Number: 2601 or 2627 };

    /// <summary>229: no grant; 33504: a block predicate; 50000: written once.</summary>
    public bool IsRefused(DbException exception) => exception is SqlException { Number: 229 or 33504 or 50000 };

    public void Dispose() => _gate.Dispose();

    /// <summary>EF's list of what passes holds deadlocks (1205) and broken connections.</summary>
    private static void Common(SqlServerDbContextOptionsBuilder options) => options
        .UseCompatibilityLevel(CompatibilityLevel)
        .MigrationsAssembly(typeof(SqlServerProvider).Assembly)
        .EnableRetryOnFailure(3, TimeSpan.FromSeconds(1), null);
}
