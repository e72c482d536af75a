using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using IDatabaseProvider = Marketplace.Kernel.Data.IDatabaseProvider;

namespace Marketplace.App.Seeding.Bulk;

/// <summary>Writes many new rows with the platform's eyes, each time in a transaction of its own.</summary>
internal sealed class BulkWriter(PlatformDb db, IDatabaseProvider database)
{
    public BulkRows Rows { get; } = new();

    /// <summary>Rows that wait to be written.</summary>
    public int Count => Rows.Count;

    public void Add(object row) => Rows.Add(row);

    /// <param name="afterwards">Joins the transaction, after the rows.</param>
    public async Task WriteAsync(Func<PlatformDb, Task> afterwards, CancellationToken cancellation)
    {
        using var turn = await database.EnterWriteAsync(cancellation);
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await Rows.WriteAsync(db, cancellation);
            await afterwards(db);
            await transaction.CommitAsync(cancellation);
        });
        Rows.Clear();
    }
}
