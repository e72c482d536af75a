using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Exchange.Model;
using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Exchange;

/// <summary>
/// Puts the next listings of an import back, in one transaction. One that somebody changed since, or of which a unit was
/// sold or is held for an order, is left as it is. Counts go back by their difference, so that sales since stay counted.
/// Error: <c>import.wrong-state</c>, also when a unit is sold at this moment: the next attempt sees the sale.
/// </summary>
[Internal]
public sealed record UndoItems(string ImportId, int Cursor) : ICommand<Result>, ISellerTransaction;

internal sealed class UndoItemsHandler(
    SellerDb db, EventBuffer events, CallerAccessor caller, Movements movements, TimeProvider clock) : ICommandHandler<UndoItems, Result>
{
    private const int AtOnce = 50;

    public async ValueTask<Result> Handle(UndoItems command, CancellationToken cancellationToken)
    {
        var (id, from) = (command.ImportId, command.Cursor);
        var items = await db.ImportItems.AsNoTracking().Where(i => i.RunId == id && i.Number > from)
            .OrderBy(i => i.Number).Take(AtOnce).ToListAsync(cancellationToken);
        if (items.Count == 0)
        {
            var run = await db.ImportRuns.SingleAsync(r => r.Id == id, cancellationToken);
            if (run.State == ImportState.Undoing) run.End(ImportState.Undone, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success();
        }

        if (!await ImportCursor.TryMoveAsync(db, id, ImportState.Undoing, (from, items[^1].Number),
            cancellationToken)) return ExchangeErrors.WrongState;
        var touched = new List<string>();
        foreach (var item in items.Where(i => i.Step == ImportStep.Applied))
        {
            var now = await ListingImage.ReadAsync(db, item.ListingId!, cancellationToken);
            var step = ImportStep.Kept;
            var before = item.Before is { } text ? ListingImage.Read(text) : null;
            if (now.Hash() == item.AfterHash && IsUnsold(item, before, now))
            {
                if (!await RestoreStockAsync(item, before, now, cancellationToken)) return ExchangeErrors.WrongState;
                await ListingImage.RestoreAsync(db, item.ListingId!, before, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                Tell(item, before, now);
                touched.Add(item.ListingId!);
                step = ImportStep.Undone;
            }

            db.ChangeTracker.Clear();
            var number = item.Number;
            await db.ImportItems.Where(i => i.RunId == id && i.Number == number)
                .ExecuteUpdateAsync(u => u.SetProperty(i => i.Step, step), cancellationToken);
        }

        await ListingChanges.BumpAsync(db, touched.Select(l => (db.TenantId, l)), cancellationToken);
        return Result.Success();
    }

    /// <summary>Whether nobody has bought of the variants that the import made: they go with their stock.</summary>
    private static bool IsUnsold(ImportItem item, ListingImage? before, ListingImage now)
    {
        var (old, skus) = (before?.Skus ?? new Dictionary<string, string>(), now.Skus);
        return now.Stock.Where(s => !old.ContainsKey(s.OfferId)).GroupBy(s => s.OfferId, StringComparer.Ordinal).All(offer =>
            offer.All(s => s.Reserved == 0) && offer.Sum(s => s.OnHand) == item.Planned!.Draft.Variants
                .Where(v => v.Sku == skus[offer.Key]).SelectMany(v => v.Stock).Sum(c => c.Now));
    }

    private async Task<bool> RestoreStockAsync(ImportItem item, ListingImage? before, ListingImage now, CancellationToken cancellation)
    {
        foreach (var row in now.Stock)
        {
            var (offer, place) = (row.OfferId, row.LocationId);
            var existed = before?.Skus.ContainsKey(offer) == true;
            if (!existed)
            {
                // A variant that the import made goes with its stock, if nobody has taken of it.
                var gone = await db.OfferStocks.Where(s => s.TenantId == db.TenantId && s.OfferId == offer && s.LocationId == place
                    && s.Reserved == 0 && s.OnHand == row.OnHand).ExecuteDeleteAsync(cancellation);
                if (gone == 0) return false;
                continue;
            }

            var counted = item.Planned!.Draft.Variants.Where(v => v.Id == offer).SelectMany(v => v.Stock)
                .Where(s => s.LocationId == place).Sum(s => s.Now - s.Was);
            if (counted != 0 && await StockRows.TryChangeAsync(db, db.TenantId, offer, place, -counted, cancellation))
                movements.Add(db, offer, place, MovementKind.Corrected, -counted, "Import undone");
            if (!before!.Stock.Exists(s => s.OfferId == offer && s.LocationId == place))
                await db.OfferStocks.Where(s => s.TenantId == db.TenantId && s.OfferId == offer && s.LocationId == place
                    && s.OnHand == 0 && s.Reserved == 0).ExecuteDeleteAsync(cancellation);
        }

        return true;
    }

    private void Tell(ImportItem item, ListingImage? before, ListingImage now)
    {
        var version = clock.GetUtcNow().UtcTicks;
        foreach (var gtin in now.Gtins.Concat(before?.Gtins ?? []).Distinct(StringComparer.Ordinal))
            events.Publish(new ProductGroupTouched(gtin), ProductGroupTouched.KeyOf(gtin), version);
        events.Publish(new ListingShown(caller.Caller.TenantId!, item.ListingId!, item.Title, before?.IsLive == true),
            item.ListingId!, version);
    }
}
