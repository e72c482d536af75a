using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Marketplace.Kernel.Data;

/// <summary>
/// Collects many new rows and writes them past the change tracker, in the context's running transaction: prepared
/// inserts whose columns and conversions come from the model, so that a row lands exactly as EF would write it. Types
/// are written in the order in which their first row was added: add what is referred to first. The save guard does not
/// see these rows; the database's own guards do.
/// </summary>
public sealed class BulkRows
{
    private readonly List<(Type Type, List<object> Rows)> _groups = [];
    private readonly Dictionary<Type, List<object>> _byType = [];

    /// <summary>Rows that wait to be written.</summary>
    public int Count => _groups.Sum(g => g.Rows.Count);

    /// <summary>In the order in which they are written.</summary>
    public IEnumerable<object> All => _groups.SelectMany(g => g.Rows);

    public void AddRange(BulkRows others)
    {
        foreach (var row in others.All) Add(row);
    }

    public void Add(object row)
    {
        if (!_byType.TryGetValue(row.GetType(), out var rows))
        {
            _byType[row.GetType()] = rows = [];
            _groups.Add((row.GetType(), rows));
        }

        rows.Add(row);
    }

    public async Task WriteAsync(MarketplaceDb db, CancellationToken cancellation)
    {
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("Rows in bulk are written inside a transaction.");
        foreach (var (type, rows) in _groups.Where(g => g.Rows.Count > 0))
            await InsertAsync(InsertStatement.Of(db, type), rows, transaction, cancellation);
    }

    public void Clear()
    {
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
