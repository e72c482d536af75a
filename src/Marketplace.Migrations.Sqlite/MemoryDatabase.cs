using System.Data.Common;
using Marketplace.Kernel.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Marketplace.Migrations.Sqlite;

/// <summary>
/// A whole database in memory, with schema and guards, gone when it is disposed: for worlds that nobody keeps. Its
/// connections share one cache; readers look past uncommitted rows instead of waiting, for there is one user.
/// </summary>
public sealed class MemoryDatabase : IDatabaseProvider, IAsyncDisposable
{
    private static readonly SemaphoreSlim OneTemplate = new(1, 1);
    private static SqliteConnection? _template;

    private readonly SqliteConnection _keeper;
    private readonly SqliteProvider _inner;

    private MemoryDatabase(SqliteConnection keeper, string connectionString) =>
        (_keeper, _inner) = (keeper, new SqliteProvider(connectionString));

    public string Name => _inner.Name;

    public string TablesSql => _inner.TablesSql;

    public bool HidesRows => _inner.HidesRows;

    /// <summary>A fresh one; the first of a process migrates a template, the others copy it in milliseconds.</summary>
    public static async Task<MemoryDatabase> CreateAsync(ModelParts parts, CancellationToken cancellation)
    {
        var template = await TemplateAsync(parts, cancellation);
        var (keeper, connectionString) = Open();
        lock (template) template.BackupDatabase(keeper);
        return new MemoryDatabase(keeper, connectionString);
    }

    public void Configure(DbContextOptionsBuilder options, Eyes eyes)
    {
        _inner.Configure(options, eyes);
        options.AddInterceptors(new LookPast());
    }

    /// <summary>It is at its newest from the start.</summary>
    public Task MigrateAsync(ModelParts parts, CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask<IDisposable> EnterWriteAsync(CancellationToken cancellation) => _inner.EnterWriteAsync(cancellation);

    public bool IsDuplicateKey(DbUpdateException exception) => _inner.IsDuplicateKey(exception);

    public bool IsRefused(DbException exception) => _inner.IsRefused(exception);

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearPool(_keeper);
        await _keeper.DisposeAsync();
        _inner.Dispose();
    }

    private static async Task<SqliteConnection> TemplateAsync(ModelParts parts, CancellationToken cancellation)
    {
        await OneTemplate.WaitAsync(cancellation);
        try
        {
            return _template ??= await MigrateTemplateAsync(parts, cancellation);
        }
        finally
        {
            OneTemplate.Release();
        }
    }

    /// <summary>Migrations take a file, whose lock they hold; what they make is read into memory.</summary>
    private static async Task<SqliteConnection> MigrateTemplateAsync(ModelParts parts, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("marketplace-practice-");
        var path = Path.Combine(folder.FullName, "template.db");
        try
        {
            var text = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
            using (var provider = new SqliteProvider(text)) await provider.MigrateAsync(parts, cancellation);
            await using var file = new SqliteConnection(text);
            await file.OpenAsync(cancellation);
            var (template, _) = Open();
            file.BackupDatabase(template);
            return template;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (SqliteConnection Keeper, string ConnectionString) Open()
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = "practice-" + Guid.NewGuid().ToString("N"), Mode = SqliteOpenMode.Memory, Cache = SqliteCacheMode.Shared,
        }.ToString();
        var keeper = new SqliteConnection(text);
        keeper.Open();
        return (keeper, text);
    }

    private sealed class LookPast : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private static void Set(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA read_uncommitted = 1;";
            command.ExecuteNonQuery();
        }
    }
}
