using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Inventory;

internal sealed class ChangeStockHandler(SellerDb db, ISender sender, Movements movements)
    : ICommandHandler<ChangeStock, Result>
{
    private readonly Dictionary<string, StockLocation> _locations = new(StringComparer.Ordinal);

    public async ValueTask<Result> Handle(ChangeStock command, CancellationToken cancellationToken)
    {
        var offers = command.Changes.Select(c => c.OfferId).Distinct(StringComparer.Ordinal).ToList();
        if ((await sender.Send(new FindOwnVariants(offers), cancellationToken)).Required().Count != offers.Count)
            return StockErrors.NoSuchOffer;
        await LoadLocationsAsync(command, cancellationToken);

        var crossings = new List<StockCrossing>();
        foreach (var (change, index) in command.Changes.Select((c, i) => (c, i)).OrderBy(c => c.c.OfferId, StringComparer.Ordinal)
                     .ThenBy(c => c.c.LocationId, StringComparer.Ordinal))
        {
            if (_locations.GetValueOrDefault(change.LocationId ?? "") is not { } location) return StockErrors.NoSuchLocation;
            if (location.IsClosed && change.Quantity > 0) return StockErrors.ClosedLocation;
            if (!await StockRows.TryChangeAsync(
                    db, db.TenantId, change.OfferId, location.Id, change.Quantity, cancellationToken))
                return await TooFewAsync(change.OfferId, location.Id, index, cancellationToken);
            movements.Add(db, change.OfferId, location.Id, KindOf(command.Reason), change.Quantity, command.Note);
            var after = await StockRows.AvailableAsync(db, db.TenantId, change.OfferId, cancellationToken);
            crossings.Add(new StockCrossing(change.OfferId, after - change.Quantity, after));
        }

        await StockRows.BumpCrossingsAsync(db, crossings, cancellationToken);
        return Result.Success();
    }

    private async Task LoadLocationsAsync(ChangeStock command, CancellationToken cancellation)
    {
        foreach (var location in await db.StockLocations.ToListAsync(cancellation)) _locations[location.Id] = location;
        if (command.Changes.All(c => c.LocationId is not null)) return;
        _locations[""] = await FirstLocation.FindOrMakeAsync(db, cancellation);
    }

    private async Task<Error> TooFewAsync(string offerId, string locationId, int index, CancellationToken cancellation)
    {
        var free = await db.OfferStocks
            .Where(s => s.TenantId == db.TenantId && s.OfferId == offerId && s.LocationId == locationId)
            .Select(s => s.OnHand - s.Reserved).SingleOrDefaultAsync(cancellation);
        var error = StockErrors.TooFew(free);
        return error with { Fields = new Dictionary<string, string[]> { [$"Changes[{index}].Quantity"] = [error.Message] } };
    }

    private static MovementKind KindOf(StockReason reason) => reason switch
    {
        StockReason.Counted => MovementKind.Counted,
        StockReason.Received => MovementKind.Received,
        StockReason.Corrected => MovementKind.Corrected,
        StockReason.Damaged => MovementKind.Damaged,
        StockReason.Lost => MovementKind.Lost,
        StockReason.Returned => MovementKind.Returned,
        StockReason.Other => MovementKind.Other,
    };
}
