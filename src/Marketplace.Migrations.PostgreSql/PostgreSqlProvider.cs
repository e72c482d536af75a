using System.Collections.Concurrent;
using System.Data.Common;
using Marketplace.Kernel.Data;
using Marketplace.Migrations.PostgreSql.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Marketplace.Migrations.PostgreSql;

/// <summary>PostgreSQL with one role for each pair of eyes, and row-level security behind EF's filters.</summary>
public sealed class PostgreSqlProvider(PostgreSqlOptions settings) : IDatabaseProvider, IAsyncDisposable
{
    /// <summary>Any number of our own: migrations of one database run one after the other.</summary>
    private const long MigrationLock = 0x6d6b5f6d6967;

    private readonly ConcurrentDictionary<Eyes, NpgsqlDataSource> _sources = new();
    private readonly SightSettings _sight = new();
    private readonly WriteGate _gate = new(settings.TransactionsAtOnce);

    public string Name => "postgresql";

    public string TablesSql => "SELECT tablename::text AS \"Value\" FROM pg_tables WHERE schemaname = 'public'";

    public bool HidesRows => true;

    public void Configure(DbContextOptionsBuilder options, Eyes eyes) => options
        .UseNpgsql(_sources.GetOrAdd(eyes, e => NpgsqlDataSource.Create(settings.For(e))), Common)
        .AddInterceptors(_sight)
        .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));

    public async Task MigrateAsync(ModelParts parts, CancellationToken cancellation)
    {
        var migrator = settings.For(Roles.Migrator);
        await using var guard = new NpgsqlConnection(migrator + ";Pooling=false");
        await guard.OpenAsync(cancellation);
        await ExecuteAsync(guard, $"SELECT pg_advisory_lock({MigrationLock})", cancellation);

        var options = new DbContextOptionsBuilder<PlatformDb>().UseNpgsql(migrator + ";Pooling=false", Common);
        await using var db = new PlatformDb(options.Options, parts);
        await SchemaHistory.UpgradeAsync(db, this, cancellation);
        foreach (var statement in Policies.From(db.Model)) await ExecuteAsync(guard, statement, cancellation);
    }

    public ValueTask<IDisposable> EnterWriteAsync(CancellationToken cancellation) => _gate.EnterAsync(cancellation);

    public bool IsDuplicateKey(DbUpdateException exception) =>
        exception.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public bool IsRefused(DbException exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege };

    public async ValueTask DisposeAsync()
    {
        foreach (var source in _sources.Values) await source.DisposeAsync();
        _gate.Dispose();
    }

    private static void Common(Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder options) =>
        options.MigrationsAssembly(typeof(PostgreSqlProvider).Assembly).EnableRetryOnFailure(3, TimeSpan.FromSeconds(1), null);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
