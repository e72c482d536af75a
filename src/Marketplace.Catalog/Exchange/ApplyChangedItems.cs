using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Exchange.Model;
using Marketplace.Catalog.Listings;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Exchange;

/// <summary>
/// Saves listings that change, a few in one transaction, each with its image from before beside it. Errors:
/// <c>import.wrong-state</c>, and those of <see cref="SaveListing"/>: one refusal takes all of them back.
/// </summary>
/// <param name="AsDraft">Not published, for the reason given: buyers could not see it like this.</param>
[Internal]
public sealed record ApplyChangedItems(string ImportId, int Cursor, int Count, string? AsDraft = null)
    : ICommand<Result>, ISellerTransaction;

internal sealed class ApplyChangedItemsHandler(SellerDb db, ISender sender) : ICommandHandler<ApplyChangedItems, Result>
{
    public async ValueTask<Result> Handle(ApplyChangedItems command, CancellationToken cancellationToken)
    {
        var (id, from, to) = (command.ImportId, command.Cursor, command.Cursor + command.Count);
        if (!await ImportCursor.TryMoveAsync(db, id, ImportState.Running, (from, to), cancellationToken)) return ExchangeErrors.WrongState;
        var items = await db.ImportItems.AsNoTracking().Where(i => i.RunId == id && i.Number > from && i.Number <= to)
            .OrderBy(i => i.Number).ToListAsync(cancellationToken);
        var pictures = await PlannedPictures.ReadAsync(db, id, items, cancellationToken);
        foreach (var item in items)
        {
            var (draft, missing) = pictures.Fill(item);
            item.Problems = [.. item.Problems, .. missing];
            if (command.AsDraft is { } why) item.Problems = [.. item.Problems, RowProblems.StaysADraft(item.Line, why)];
            var before = (await ListingImage.ReadAsync(db, item.ListingId!, cancellationToken)).Write();
            var saved = await sender.Send(
                new SaveListing(item.ListingId, item.SeenVersion, draft, item.Planned!.Publish
                    && command.AsDraft is null), cancellationToken);
            if (!saved.Ok) return saved.Error;
            await db.SaveChangesAsync(cancellationToken);
            var after = (await ListingImage.ReadAsync(db, item.ListingId!, cancellationToken)).Hash();
            await KeepAsync(item, before, after, cancellationToken);
            // The next one starts with nothing to look through.
            db.ChangeTracker.Clear();
        }

        return Result.Success();
    }

    private Task KeepAsync(ImportItem item, string before, string after, CancellationToken cancellation)
    {
        var (id, number, problems) = (item.RunId, item.Number, item.Problems);
        return db.ImportItems.Where(i => i.RunId == id && i.Number == number)
            .ExecuteUpdateAsync(u => u.SetProperty(i => i.Step, ImportStep.Applied).SetProperty(i => i.Before, before)
                .SetProperty(i => i.AfterHash, after).SetProperty(i => i.Problems, problems)
                .SetProperty(i => i.HasProblems, problems.Count > 0), cancellation);
    }
}
