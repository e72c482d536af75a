using System.Data.Common;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using IDatabaseProvider = Marketplace.Kernel.Data.IDatabaseProvider;

namespace Marketplace.App.Seeding.Bulk;

/// <summary>
/// Writes many new rows in one transaction, past the change tracker: prepared inserts whose columns and conversions
/// come from the model, so that a row lands exactly as EF would write it. Types are written in the order in which
/// their first row was added: add what is referred to first.
/// </summary>
internal sealed class BulkWriter(PlatformDb db, IDatabaseProvider database)
{
    private readonly List<(Type Type, List<object> Rows)> _groups = [];
    private readonly Dictionary<Type, List<object>> _byType = [];

    /// <summary>Rows that wait to be written.</summary>
    public int Count => _groups.Sum(g => g.Rows.Count);

    public void Add(object row)
    {
        if (!_byType.TryGetValue(row.GetType(), out var rows))
        {
            _byType[row.GetType()] = rows = [];
            _groups.Add((row.GetType(), rows));
        }

        rows.Add(row);
    }

    /// <param name="afterwards">Joins the transaction, after the rows.</param>
    public async Task WriteAsync(Func<PlatformDb, Task> afterwards, CancellationToken cancellation)
    {
        using var turn = await database.EnterWriteAsync(cancellation);
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            foreach (var (type, rows) in _groups.Where(g => g.Rows.Count > 0))
                await InsertAsync(InsertStatement.Of(db, type), rows, transaction.GetDbTransaction(), cancellation);
            await afterwards(db);
            await transaction.CommitAsync(cancellation);
        });
        foreach (var rows in _byType.Values) rows.Clear();
    }

    private static Task InsertAsync(
        InsertStatement insert, List<object> rows, DbTransaction transaction, CancellationToken cancellation) =>
        transaction.Connection!.CanCreateBatch
            ? InsertBatchesAsync(insert, rows, transaction, cancellation)
            : InsertOneByOneAsync(insert, rows, transaction, cancellation);

    /// <summary>In process, a statement's round trip costs nothing: one prepared statement, filled again and again.</summary>
    private static async Task InsertOneByOneAsync(
        InsertStatement insert, List<object> rows, DbTransaction transaction, CancellationToken cancellation)
    {
        await using var command = transaction.Connection!.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, insert.Sql);
        command.Parameters.AddRange(insert.Parameters(command, rows[0]));
        await command.PrepareAsync(cancellation);
        foreach (var row in rows)
        {
            insert.Fill(command.Parameters, row);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Over a network, hundreds of rows share a round trip.</summary>
    private static async Task InsertBatchesAsync(
        InsertStatement insert, List<object> rows, DbTransaction transaction, CancellationToken cancellation)
    {
        await using var maker = transaction.Connection!.CreateCommand();
        foreach (var chunk in rows.Chunk(500))
        {
            await using var batch = transaction.Connection!.CreateBatch();
            batch.Transaction = transaction;
            foreach (var row in chunk)
            {
                var command = batch.CreateBatchCommand();
                command.CommandText = insert.Sql;
                command.Parameters.AddRange(insert.Parameters(maker, row));
                batch.BatchCommands.Add(command);
            }

            await batch.ExecuteNonQueryAsync(cancellation);
        }
    }
}
