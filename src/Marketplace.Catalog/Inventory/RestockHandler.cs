using FluentValidation;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Inventory;

internal sealed class RestockValidator : AbstractValidator<Restock>
{
    public RestockValidator()
    {
        RuleFor(m => m.Quantity).InclusiveBetween(1, 100_000);
        RuleFor(m => m.Reference).NotEmpty().MaximumLength(80);
        RuleFor(m => m.Reason).MaximumLength(200);
    }
}

internal sealed class RestockHandler(PlatformDb db, TimeProvider clock) : ICommandHandler<Restock, Result>
{
    public async ValueTask<Result> Handle(Restock command, CancellationToken cancellationToken)
    {
        if (await IsDoneAsync(command, cancellationToken)) return Result.Success();

        var left = command.Quantity;
        foreach (var row in await SoldAsync(command, cancellationToken))
        {
            var back = Math.Min(left, row.Quantity - row.Restocked);
            if (back <= 0 || !await TryMarkAsync(row, back, cancellationToken)) continue;
            await StockRows.TryChangeAsync(db, row.TenantId, row.OfferId, row.LocationId, back, cancellationToken);
            db.Add(Movement(command, row.LocationId, back));
            left -= back;
        }

        if (left > 0) return StockErrors.NotSold;
        var after = await StockRows.AvailableAsync(db, command.TenantId, command.OfferId, cancellationToken);
        await StockRows.BumpCrossingsAsync(
            db, [new StockCrossing(command.OfferId, after - command.Quantity, after)], cancellationToken);
        return Result.Success();
    }

    private Task<bool> IsDoneAsync(Restock command, CancellationToken cancellation) => db.StockMovements.AnyAsync(
        m => m.TenantId == command.TenantId && m.OfferId == command.OfferId && m.Kind == MovementKind.Returned
            && m.Reference == command.Reference, cancellation);

    private Task<List<StockReservation>> SoldAsync(Restock command, CancellationToken cancellation) =>
        db.StockReservations.AsNoTracking()
            .Where(r => r.OrderId == command.OrderId && r.OfferId == command.OfferId && r.TenantId == command.TenantId
                && r.State == ReservationState.Committed)
            .OrderBy(r => r.LocationId).ToListAsync(cancellation);

    private async Task<bool> TryMarkAsync(StockReservation row, int back, CancellationToken cancellation) =>
        await db.StockReservations
            .Where(r => r.OrderId == row.OrderId && r.OfferId == row.OfferId && r.LocationId == row.LocationId
                && r.Restocked + back <= r.Quantity)
            .ExecuteUpdateAsync(u => u.SetProperty(r => r.Restocked, r => r.Restocked + back), cancellation) == 1;

    private StockMovement Movement(Restock command, string locationId, int quantity) => new()
    {
        TenantId = command.TenantId, Id = Ids.New(clock), OfferId = command.OfferId, LocationId = locationId,
        Kind = MovementKind.Returned, Quantity = quantity, Note = command.Reason, Reference = command.Reference,
        AtUtc = clock.GetUtcNow().UtcDateTime, Actor = "order",
    };
}
