using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Exchange.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Exchange;

/// <summary>
/// The next step of an import; answers whether there are more. Pictures are fetched between transactions, and every
/// transaction begins by moving the cursor from where this step found it: of two workers one goes on.
/// </summary>
[Internal]
public sealed record StepImport(string ImportId) : ICommand<Result<bool>>;

internal sealed class StepImportHandler(SellerDb db, ISender sender) : ICommandHandler<StepImport, Result<bool>>
{
    private const int NewAtOnce = 100;
    private const int ChangedAtOnce = 25;

    public async ValueTask<Result<bool>> Handle(StepImport command, CancellationToken cancellationToken)
    {
        var run = await db.ImportRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == command.ImportId, cancellationToken);
        switch (run?.State)
        {
            case ImportState.Checking:
                await sender.Send(new CompareImport(run.Id), cancellationToken);
                return false;
            case ImportState.Running:
                return await ApplyAsync(run, cancellationToken);
            case ImportState.Undoing:
                return await StandsAsync(sender.Send(new UndoItems(run.Id, run.Cursor), cancellationToken));
            default:
                return false;
        }
    }

    private async Task<bool> ApplyAsync(ImportRun run, CancellationToken cancellation)
    {
        var next = await db.ImportItems.AsNoTracking().Where(i => i.RunId == run.Id && i.Number > run.Cursor)
            .OrderBy(i => i.Number).Take(NewAtOnce).Select(i => new { i.Number, i.Outcome }).ToListAsync(cancellation);
        var outcome = next.Count == 0 ? ImportOutcome.Unchanged : next[0].Outcome;
        if (outcome is ImportOutcome.Unchanged or ImportOutcome.Error)
        {
            // The rest of the order is what needs nothing.
            await sender.Send(new EndImport(run.Id, run.Cursor, ImportState.Done), cancellation);
            return false;
        }

        var count = next.TakeWhile(i => i.Outcome == outcome).Take(outcome == ImportOutcome.New ? NewAtOnce : ChangedAtOnce).Count();
        await sender.Send(new FetchPictures(run.Id, run.Cursor, count), cancellation);
        if (outcome == ImportOutcome.New) return await StandsAsync(sender.Send(new ApplyNewItems(run.Id, run.Cursor, count), cancellation));

        if ((await sender.Send(new ApplyChangedItems(run.Id, run.Cursor, count), cancellation)).Ok) return true;
        // One of them was refused, and with it the transaction: one by one, the others go through.
        for (var at = run.Cursor; at < run.Cursor + count; at++)
        {
            if (!await ApplyOneAsync(run.Id, at, cancellation)) return false;
        }

        return true;
    }

    private async Task<bool> ApplyOneAsync(string runId, int cursor, CancellationToken cancellation)
    {
        var done = await sender.Send(new ApplyChangedItems(runId, cursor, 1), cancellation);
        if (done.Ok) return true;
        if (done.Error == ExchangeErrors.WrongState) return false;
        if (done.Error.Code == "listing.not-ready"
            && (await sender.Send(new ApplyChangedItems(runId, cursor, 1, AsDraft: done.Error.Fields?.Values.First()[0]
                ?? ""), cancellation)).Ok)
            return true;
        var why = done.Error.Fields?.Values.FirstOrDefault()?[0] ?? done.Error.Message;
        return await StandsAsync(sender.Send(new RefuseItem(runId, cursor, why), cancellation));
    }

    private static async Task<bool> StandsAsync(ValueTask<Result> step) => (await step).Ok;
}
