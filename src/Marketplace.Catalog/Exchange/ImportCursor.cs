using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Exchange.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Exchange;

/// <summary>How far a run has come, moved in the transaction of what it counts.</summary>
internal static class ImportCursor
{
    /// <summary>
    /// False when the run is elsewhere by now: another worker took this part. It is the transaction's first statement,
    /// so that the other one waits for its end.
    /// </summary>
    public static async Task<bool> TryMoveAsync(
        SellerDb db, string runId, ImportState state, (int From, int To) part, CancellationToken cancellation) =>
        await db.ImportRuns.Where(r => r.Id == runId && r.State == state && r.Cursor == part.From)
            .ExecuteUpdateAsync(u => u.SetProperty(r => r.Cursor, part.To), cancellation) == 1;
}

/// <summary>The last step is done, unless another worker is still at it. Error: <c>import.wrong-state</c>.</summary>
[Internal]
public sealed record EndImport(string ImportId, int Cursor, ImportState State) : ICommand<Result>, ISellerTransaction;

internal sealed class EndImportHandler(SellerDb db, TimeProvider clock) : ICommandHandler<EndImport, Result>
{
    public async ValueTask<Result> Handle(EndImport command, CancellationToken cancellationToken)
    {
        var run = await db.ImportRuns.SingleAsync(r => r.Id == command.ImportId, cancellationToken);
        if (run.Cursor != command.Cursor || run.State is not (ImportState.Running or ImportState.Undoing)) return ExchangeErrors.WrongState;
        run.Cursor = run.Items;
        run.End(command.State, clock.GetUtcNow().UtcDateTime);
        return Result.Success();
    }
}

/// <summary>One listing's part cannot be written; the import goes on behind it. Error: <c>import.wrong-state</c>.</summary>
[Internal]
public sealed record RefuseItem(string ImportId, int Cursor, string Why) : ICommand<Result>, ISellerTransaction;

internal sealed class RefuseItemHandler(SellerDb db) : ICommandHandler<RefuseItem, Result>
{
    public async ValueTask<Result> Handle(RefuseItem command, CancellationToken cancellationToken)
    {
        var (id, number) = (command.ImportId, command.Cursor + 1);
        if (!await ImportCursor.TryMoveAsync(db, id, ImportState.Running, (command.Cursor, number), cancellationToken))
            return ExchangeErrors.WrongState;
        var item = await db.ImportItems.SingleAsync(i => i.RunId == id && i.Number == number, cancellationToken);
        (item.Step, item.HasProblems) = (ImportStep.Refused, true);
        item.Problems = [.. item.Problems, RowProblems.CannotBeSaved(item.Line, command.Why)];
        return Result.Success();
    }
}
