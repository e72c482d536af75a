using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Exchange.Model;
using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Review;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Exchange;

/// <summary>
/// Writes listings that are new, a hundred in one transaction, by the same rows that saving and publishing leave behind;
/// what the gates of a publication hold back stays a draft, and its row says why.
/// A SKU that was taken since the preview refuses its listing alone. Error: <c>import.wrong-state</c>.
/// </summary>
[Internal]
public sealed record ApplyNewItems(string ImportId, int Cursor, int Count) : ICommand<Result>, ISellerTransaction;

internal sealed class ApplyNewItemsHandler(SellerDb db, EventBuffer events, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<ApplyNewItems, Result>
{
    public async ValueTask<Result> Handle(ApplyNewItems command, CancellationToken cancellationToken)
    {
        var (id, from, to) = (command.ImportId, command.Cursor, command.Cursor + command.Count);
        if (!await ImportCursor.TryMoveAsync(db, id, ImportState.Running, (from, to), cancellationToken)) return ExchangeErrors.WrongState;
        var items = await db.ImportItems.AsNoTracking().Where(i => i.RunId == id && i.Number > from && i.Number <= to)
            .OrderBy(i => i.Number).ToListAsync(cancellationToken);
        var taken = await OwnCatalog.TakenSkusAsync(db, [.. items.SelectMany(i => i.Planned!.Draft.Variants)
            .Select(v => v.Sku)], cancellationToken);
        var pictures = await PlannedPictures.ReadAsync(db, id, items, cancellationToken);
        var tree = await CategoryTreeReader.ReadAsync(db, cancellationToken);
        var gates = await NewPublications.ReadAsync(db, cancellationToken);
        var location = (await FirstLocation.FindOrMakeAsync(db, cancellationToken)).Id;

        var (all, written) = (new BulkRows(), new List<(ImportItem Item, string Hash)>());
        foreach (var item in items)
        {
            if (item.Planned!.Draft.Variants.FirstOrDefault(v => taken.Contains(v.Sku)) is { } variant)
            {
                (item.Step, item.Problems) = (ImportStep.Refused, [.. item.Problems, RowProblems.ForeignSku(item.Line, variant.Sku)]);
                written.Add((item, ""));
                continue;
            }

            var one = Rows(item, pictures, tree, location, gates);
            all.AddRange(one);
            written.Add((item, ListingImage.Of(db, one.All).Hash()));
        }

        await all.WriteAsync(db, cancellationToken);
        await TellAsync(all, cancellationToken);
        foreach (var (item, hash) in written) await KeepAsync(item, hash, cancellationToken);
        return Result.Success();
    }

    private BulkRows Rows(ImportItem item, PlannedPictures pictures, CategoryTree tree, string location, NewPublications gates)
    {
        var (draft, missing) = pictures.Fill(item);
        draft = draft with
        {
            Variants = [.. draft.Variants.Select(v => v with { Stock = [.. v.Stock.Select(s =>
                s with { LocationId = s.LocationId ?? location })] })],
        };
        var one = new BulkRows();
        var lacks = new ListingRows(tree, one, caller.Caller.Actor).Add(
            item.TenantId, item.ListingId!, draft, clock.GetUtcNow().UtcDateTime, item.Planned!.Publish, gates);
        if (item.Planned.Pause && lacks.Count == 0) ListingRows.Pause(one, clock.GetUtcNow().UtcDateTime);
        item.Step = ImportStep.Applied;
        item.Problems = [.. item.Problems, .. missing, .. lacks.Values.Take(1).Select(l => RowProblems.StaysADraft(item.Line, l[0]))];
        return one;
    }

    private async Task TellAsync(BulkRows rows, CancellationToken cancellation)
    {
        var tenant = db.TenantId;
        var ids = rows.All.OfType<ListingChange>().Select(c => c.ListingId).ToList();
        await db.ListingChanges.Where(c => c.TenantId == tenant && ids.Contains(c.ListingId)).BumpAsync(cancellation);
        var version = clock.GetUtcNow().UtcTicks;
        foreach (var shown in rows.All.OfType<PublishedListing>())
        {
            if (shown.GroupGtin is { } gtin) events.Publish(new ProductGroupTouched(gtin), ProductGroupTouched.KeyOf(gtin), version);
            events.Publish(new ListingShown(tenant, shown.Id, shown.Title, shown.IsLive), shown.Id, version);
        }
    }

    private Task KeepAsync(ImportItem item, string hash, CancellationToken cancellation)
    {
        var (id, number, step, problems) = (item.RunId, item.Number, item.Step, item.Problems);
        return db.ImportItems.Where(i => i.RunId == id && i.Number == number)
            .ExecuteUpdateAsync(u => u.SetProperty(i => i.Step, step).SetProperty(i => i.AfterHash, hash)
                .SetProperty(i => i.Problems, problems).SetProperty(i => i.HasProblems, problems.Count > 0), cancellation);
    }
}
