using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Migrations.Sqlite;

/// <summary>
/// One process at a time migrates a file: whoever holds the lock file beside it, which the system gives back even from
/// a killed process. EF's own lock is a row that such a process would leave behind, and everybody after it would wait
/// for ever; who holds the file may take that row away.
/// </summary>
internal static class MigrationLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<IDisposable> TakeAsync(string connectionString, CancellationToken cancellation)
    {
        var path = new SqliteConnectionStringBuilder(connectionString).DataSource + ".migrating";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (!limit.IsCancellationRequested && File.Exists(path))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
            }
        }
    }

    /// <summary>Only while holding the lock file.</summary>
    public static Task ForgetAbandonedAsync(DbContext db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\";", cancellation);
}
