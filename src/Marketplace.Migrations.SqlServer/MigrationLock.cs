using System.Data;
using System.Diagnostics;
using Microsoft.Data.SqlClient;

namespace Marketplace.Migrations.SqlServer;

/// <summary>
/// One process at a time migrates a database: whoever holds this lock, which ends with its connection. Wider than EF's
/// own, which covers the migrations and not the guards that follow them.
/// </summary>
internal sealed class MigrationLock : IAsyncDisposable
{
    internal const string Take = """
        DECLARE @taken int;
        EXEC @taken = sp_getapplock @Resource = N'marketplace-migration', @LockMode = 'Exclusive', @LockOwner = 'Session',
          @LockTimeout = @milliseconds;
        SELECT @taken
        """;

    private readonly SqlConnection _connection;

    private MigrationLock(SqlConnection connection) => _connection = connection;

    public static async Task<MigrationLock> TakeAsync(string connectionString, TimeSpan patience, CancellationToken cancellation)
    {
        var (waited, wasConnected) = (Stopwatch.StartNew(), false);
        while (true)
        {
            var (connection, isTaken) = (new SqlConnection(connectionString), false);
            try
            {
                await connection.OpenAsync(cancellation);
                wasConnected = true;
                isTaken = await IsTakenAsync(connection, patience, cancellation);
                return isTaken ? new MigrationLock(connection)
                    : throw new TimeoutException($"Another process has been migrating this database for {patience.TotalSeconds} seconds.");
            }
            catch (SqlException) when (wasConnected && connection.State != ConnectionState.Open && waited.Elapsed < patience)
            {
                // Disconnected by the one that holds the lock (DatabaseSettings.TurnSnapshotsOn).
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
            }
            finally
            {
                if (!isTaken) await connection.DisposeAsync();
            }
        }
    }

    public async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var command = new SqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<int?> ReadAsync(string sql, CancellationToken cancellation)
    {
        await using var command = new SqlCommand(sql, _connection);
        return await command.ExecuteScalarAsync(cancellation) as int?;
    }

    /// <summary>All of them or none.</summary>
    public async Task ExecuteInOneAsync(IEnumerable<string> statements, CancellationToken cancellation)
    {
        await using var transaction = (SqlTransaction)await _connection.BeginTransactionAsync(cancellation);
        foreach (var statement in statements)
        {
            await using var command = new SqlCommand(statement, _connection, transaction);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static async Task<bool> IsTakenAsync(SqlConnection connection, TimeSpan patience, CancellationToken cancellation)
    {
        await using var command = new SqlCommand(Take, connection) { CommandTimeout = (int)patience.TotalSeconds + 10 };
        command.Parameters.Add("@milliseconds", SqlDbType.Int).Value = (int)patience.TotalMilliseconds;
        // 0 and 1: granted, at once or after waiting. Below: timed out, cancelled, victim of a deadlock.
        return await command.ExecuteScalarAsync(cancellation) is int and >= 0;
    }
}
