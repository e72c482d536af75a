using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Exchange.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Exchange;

/// <summary>Writes a part of the dry run down. Error: <c>import.wrong-state</c> when another worker has begun anew.</summary>
/// <param name="From">How many were kept before; null begins, and forgets what an earlier attempt left.</param>
/// <param name="Items">None, after all: the preview is ready.</param>
[Internal]
public sealed record KeepItems(string ImportId, int? From, IReadOnlyList<ImportItem> Items, int Rows)
    : ICommand<Result>, ISellerTransaction;

internal sealed class KeepItemsHandler(SellerDb db) : ICommandHandler<KeepItems, Result>
{
    public async ValueTask<Result> Handle(KeepItems command, CancellationToken cancellationToken)
    {
        var id = command.ImportId;
        if (command.From is not { } from)
        {
            await db.ImportItems.Where(i => i.RunId == id).ExecuteDeleteAsync(cancellationToken);
            return await db.ImportRuns.Where(r => r.Id == id && r.State == ImportState.Checking)
                .ExecuteUpdateAsync(u => u.SetProperty(r => r.Cursor, 0), cancellationToken) == 1 ? Result.Success()
                    : ExchangeErrors.WrongState;
        }

        if (!await ImportCursor.TryMoveAsync(db, id, ImportState.Checking, (from, from + command.Items.Count), cancellationToken))
            return ExchangeErrors.WrongState;
        if (command.Items.Count == 0)
        {
            (await db.ImportRuns.SingleAsync(r => r.Id == id, cancellationToken)).Checked(from, command.Rows);
            return Result.Success();
        }

        var rows = new BulkRows();
        foreach (var item in command.Items) rows.Add(item);
        await rows.WriteAsync(db, cancellationToken);
        return Result.Success();
    }
}

/// <summary>The file cannot be read after all.</summary>
[Internal]
public sealed record FailImport(string ImportId, string Why) : ICommand<Result>, ISellerTransaction;

internal sealed class FailImportHandler(SellerDb db, TimeProvider clock) : ICommandHandler<FailImport, Result>
{
    public async ValueTask<Result> Handle(FailImport command, CancellationToken cancellationToken)
    {
        var run = await db.ImportRuns.SingleAsync(r => r.Id == command.ImportId, cancellationToken);
        run.Fail(command.Why, clock.GetUtcNow().UtcDateTime);
        return Result.Success();
    }
}
