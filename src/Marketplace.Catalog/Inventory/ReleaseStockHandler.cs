using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Catalog.Inventory;

internal sealed class ReleaseStockHandler(PlatformDb db) : ICommandHandler<ReleaseStock, Result>
{
    public async ValueTask<Result> Handle(ReleaseStock command, CancellationToken cancellationToken)
    {
        var crossings = new List<StockCrossing>();
        var reservations = await db.ReservationsOfAsync(command.OrderId, cancellationToken);
        foreach (var row in reservations.Where(r => r.State == ReservationState.Held))
        {
            if (!await db.TryMoveAsync(row, ReservationState.Held, ReservationState.Released, cancellationToken)) continue;
            await StockRows.UnreserveAsync(db, row.TenantId, row.OfferId, row.LocationId, row.Quantity, cancellationToken);
            var after = await StockRows.AvailableAsync(db, row.TenantId, row.OfferId, cancellationToken);
            crossings.Add(new StockCrossing(row.OfferId, after - row.Quantity, after));
        }

        await StockRows.BumpCrossingsAsync(db, crossings, cancellationToken);
        return Result.Success();
    }
}
