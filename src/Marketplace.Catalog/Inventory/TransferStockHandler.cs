using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Inventory;

internal sealed class TransferStockHandler(SellerDb db, ISender sender, Movements movements)
    : ICommandHandler<TransferStock, Result>
{
    public async ValueTask<Result> Handle(TransferStock command, CancellationToken cancellationToken)
    {
        if ((await sender.Send(new FindOwnVariants([command.OfferId]), cancellationToken)).Required().Count == 0)
            return StockErrors.NoSuchOffer;
        var locations = await db.StockLocations.Where(l => l.Id == command.FromId || l.Id == command.ToId)
            .ToListAsync(cancellationToken);
        if (locations.Count != 2) return StockErrors.NoSuchLocation;
        if (locations.Single(l => l.Id == command.ToId).IsClosed) return StockErrors.ClosedLocation;

        // In the order of the key, whichever way the goods go: two transfers never wait for each other.
        var outFirst = string.CompareOrdinal(command.FromId, command.ToId) < 0;
        if (outFirst && !await TakeAsync(command, cancellationToken)) return await TooFewAsync(command, cancellationToken);
        await StockRows.TryChangeAsync(
            db, db.TenantId, command.OfferId, command.ToId, command.Quantity, cancellationToken);
        if (!outFirst && !await TakeAsync(command, cancellationToken)) return await TooFewAsync(command, cancellationToken);

        movements.Add(db, command.OfferId, command.FromId, MovementKind.TransferredOut, -command.Quantity, command.Note);
        movements.Add(db, command.OfferId, command.ToId, MovementKind.TransferredIn, command.Quantity, command.Note);
        return Result.Success();
    }

    private Task<bool> TakeAsync(TransferStock command, CancellationToken cancellation) =>
        StockRows.TryChangeAsync(db, db.TenantId, command.OfferId, command.FromId, -command.Quantity, cancellation);

    private async Task<Error> TooFewAsync(TransferStock command, CancellationToken cancellation) =>
        StockErrors.TooFew(await db.OfferStocks
            .Where(s => s.TenantId == db.TenantId && s.OfferId == command.OfferId && s.LocationId == command.FromId)
            .Select(s => s.OnHand - s.Reserved).SingleOrDefaultAsync(cancellation));
}
