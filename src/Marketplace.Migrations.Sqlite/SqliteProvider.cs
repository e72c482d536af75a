using System.Data.Common;
using Marketplace.Kernel.Data;
using Marketplace.Migrations.Sqlite.Security;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Marketplace.Migrations.Sqlite;

/// <summary>
/// SQLite in WAL mode: one file, readers never wait, writers queue at the gate of this process. One instance a file.
/// </summary>
public sealed class SqliteProvider(string connectionString) : IDatabaseProvider, IDisposable
{
    private readonly WriteGate _gate = new(places: 1);
    private readonly SightFunctions _functions = new();

    public string Name => "sqlite";

    public string TablesSql => "SELECT name AS Value FROM sqlite_master WHERE type = 'table'";

    public bool HidesRows => false;

    public void Configure(DbContextOptionsBuilder options, Eyes eyes) => options
        .UseSqlite(connectionString, o => o.MigrationsAssembly(typeof(SqliteProvider).Assembly))
        .AddInterceptors(_functions)
        .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));

    public async Task MigrateAsync(ModelParts parts, CancellationToken cancellation)
    {
        var options = new DbContextOptionsBuilder<PlatformDb>();
        Configure(options, Eyes.Platform);
        await using var db = new PlatformDb(options.Options, parts);
        using var turn = await EnterWriteAsync(cancellation);
        using var alone = await MigrationLock.TakeAsync(connectionString, cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellation);
        await MigrationLock.ForgetAbandonedAsync(db, cancellation);
        await SchemaHistory.UpgradeAsync(db, this, cancellation);
        await Triggers.RefreshAsync(db, cancellation);
    }

    public ValueTask<IDisposable> EnterWriteAsync(CancellationToken cancellation) => _gate.EnterAsync(cancellation);

    public void Dispose() => _gate.Dispose();

    /// <summary>So that a database's files can be deleted.</summary>
    public static void ClosePools() => SqliteConnection.ClearAllPools();

    public bool IsDuplicateKey(DbUpdateException exception) =>
        exception.GetBaseException() is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 };

    public bool IsRefused(DbException exception) =>
        exception is SqliteException && exception.Message.Contains(Triggers.Refusal, StringComparison.Ordinal);
}
