using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Inventory;

internal sealed class CommitStockHandler(PlatformDb db, TimeProvider clock) : ICommandHandler<CommitStock, Result>
{
    public async ValueTask<Result> Handle(CommitStock command, CancellationToken cancellationToken)
    {
        var reservations = await db.ReservationsOfAsync(command.OrderId, cancellationToken);
        if (!reservations.Any(r => r.State != ReservationState.Released)) return StockErrors.NotHeld;

        foreach (var row in reservations.Where(r => r.State == ReservationState.Held))
        {
            if (!await db.TryMoveAsync(row, ReservationState.Held, ReservationState.Committed, cancellationToken)) continue;
            await StockRows.SellAsync(db, row.TenantId, row.OfferId, row.LocationId, row.Quantity, cancellationToken);
            db.Add(new StockMovement
            {
                TenantId = row.TenantId, Id = Ids.New(clock), OfferId = row.OfferId, LocationId = row.LocationId,
                Kind = MovementKind.Sold, Quantity = -row.Quantity, Reference = command.OrderId,
                AtUtc = clock.GetUtcNow().UtcDateTime, Actor = "order",
            });
        }

        return Result.Success();
    }
}

internal static class Reservations
{
    /// <summary>In the order in which stock rows are touched.</summary>
    public static Task<List<StockReservation>> ReservationsOfAsync(
        this PlatformDb db, string orderId, CancellationToken cancellation) =>
        db.StockReservations.AsNoTracking().Where(r => r.OrderId == orderId)
            .OrderBy(r => r.TenantId).ThenBy(r => r.OfferId).ThenBy(r => r.LocationId).ToListAsync(cancellation);

    /// <summary>False when another transaction has moved it already: the effect is that one's.</summary>
    public static async Task<bool> TryMoveAsync(
        this PlatformDb db, StockReservation row, ReservationState from, ReservationState to, CancellationToken cancellation) =>
        await db.StockReservations
            .Where(r => r.OrderId == row.OrderId && r.OfferId == row.OfferId && r.LocationId == row.LocationId
                && r.State == from)
            .ExecuteUpdateAsync(u => u.SetProperty(r => r.State, to), cancellation) == 1;
}
