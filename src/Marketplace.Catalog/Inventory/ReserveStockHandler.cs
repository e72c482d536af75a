using FluentValidation;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Inventory;

internal sealed class ReserveStockValidator : AbstractValidator<ReserveStock>
{
    public ReserveStockValidator()
    {
        RuleFor(m => m.OrderId).NotEmpty();
        RuleFor(m => m.Lines).NotEmpty().Must(l => l.Count <= 200).WithMessage("At most 200 lines can be reserved at once.");
        RuleForEach(m => m.Lines).Must(l => l.Quantity is > 0 and <= 100_000)
            .WithMessage("A quantity lies between 1 and 100,000.");
    }
}

internal sealed class ReserveStockHandler(PlatformDb db) : ICommandHandler<ReserveStock, Result<StockAnswer>>
{
    /// <summary>A plan goes stale when another buyer takes units between reading and updating; then it is made anew.</summary>
    private const int Attempts = 5;

    private readonly List<StockReservation> _taken = [];
    private readonly List<StockCrossing> _crossings = [];

    public async ValueTask<Result<StockAnswer>> Handle(ReserveStock command, CancellationToken cancellationToken)
    {
        // A handler lives as long as its scope: a second call, or a retried transaction, starts anew.
        _taken.Clear();
        _crossings.Clear();
        var existing = await db.ReservationsOfAsync(command.OrderId, cancellationToken);
        var shortages = new List<StockShortage>();
        foreach (var line in InKeyOrder(command.Lines))
        {
            var missing = line.Quantity - existing
                .Where(r => r.OfferId == line.OfferId && r.State != ReservationState.Released).Sum(r => r.Quantity);
            if (missing <= 0) continue;
            if (await TakeAsync(command, line, missing, cancellationToken) is { } available)
                shortages.Add(new StockShortage(line.TenantId, line.OfferId, line.Quantity, available + line.Quantity - missing));
        }

        if (shortages.Count > 0)
        {
            await GiveBackAsync(cancellationToken);
            return new StockAnswer(shortages);
        }

        await KeepAsync(existing, command.UntilUtc, cancellationToken);
        await StockRows.BumpCrossingsAsync(db, _crossings, cancellationToken);
        return new StockAnswer([]);
    }

    private static IEnumerable<StockLine> InKeyOrder(IEnumerable<StockLine> lines) => lines
        .GroupBy(l => (l.TenantId, l.OfferId), l => l.Quantity)
        .Select(g => new StockLine(g.Key.TenantId, g.Key.OfferId, g.Sum()))
        .OrderBy(l => l.TenantId, StringComparer.Ordinal).ThenBy(l => l.OfferId, StringComparer.Ordinal);

    /// <summary>Null when taken; else how many there are.</summary>
    private async Task<int?> TakeAsync(ReserveStock command, StockLine line, int quantity, CancellationToken cancellation)
    {
        var available = 0;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var locations = await db.OfferStocks.AsNoTracking()
                .Where(s => s.TenantId == line.TenantId && s.OfferId == line.OfferId)
                .Select(s => new LocationStock(s.LocationId, s.OnHand - s.Reserved)).ToListAsync(cancellation);
            available = locations.Sum(l => l.Available);
            if (StockPlan.Over(locations, quantity) is not { } plan) return available;
            if (await TryTakeAsync(command, line, plan, cancellation))
            {
                // Read again under the row's lock: another buyer may have taken units since the plan was made.
                var after = await StockRows.AvailableAsync(db, line.TenantId, line.OfferId, cancellation);
                _crossings.Add(new StockCrossing(line.OfferId, after + quantity, after));
                return null;
            }
        }

        return available;
    }

    private async Task<bool> TryTakeAsync(
        ReserveStock command, StockLine line, IReadOnlyList<(string LocationId, int Quantity)> plan, CancellationToken cancellation)
    {
        for (var i = 0; i < plan.Count; i++)
        {
            var (location, quantity) = plan[i];
            if (await StockRows.TryReserveAsync(db, line.TenantId, line.OfferId, location, quantity, cancellation)) continue;
            foreach (var (done, back) in plan.Take(i))
                await StockRows.UnreserveAsync(db, line.TenantId, line.OfferId, done, back, cancellation);
            return false;
        }

        _taken.AddRange(plan.Select(p => new StockReservation
        {
            OrderId = command.OrderId, OfferId = line.OfferId, LocationId = p.LocationId, TenantId = line.TenantId,
            Quantity = p.Quantity, UntilUtc = command.UntilUtc,
        }));
        return true;
    }

    private async Task GiveBackAsync(CancellationToken cancellation)
    {
        foreach (var taken in _taken)
            await StockRows.UnreserveAsync(
                db, taken.TenantId, taken.OfferId, taken.LocationId, taken.Quantity, cancellation);
    }

    /// <summary>Saved at once and let go, so that a sale or a release in the same transaction finds them as they are.</summary>
    private async Task KeepAsync(List<StockReservation> existing, DateTime until, CancellationToken cancellation)
    {
        foreach (var taken in _taken)
        {
            var row = existing.SingleOrDefault(r => r.OfferId == taken.OfferId && r.LocationId == taken.LocationId);
            if (row is null) db.Add(taken);
            else await AddToAsync(row, taken.Quantity, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        foreach (var taken in _taken) db.Entry(taken).State = EntityState.Detached;
        var orderId = _taken.FirstOrDefault()?.OrderId ?? existing.FirstOrDefault()?.OrderId;
        await db.StockReservations.Where(r => r.OrderId == orderId && r.State == ReservationState.Held)
            .ExecuteUpdateAsync(u => u.SetProperty(r => r.UntilUtc, until), cancellation);
    }

    private async Task AddToAsync(StockReservation row, int quantity, CancellationToken cancellation)
    {
        if (row.State == ReservationState.Committed)
            throw new InvalidOperationException("An order that has bought an offer cannot hold more of it.");
        var whole = row.State == ReservationState.Released ? quantity : row.Quantity + quantity;
        await db.StockReservations
            .Where(r => r.OrderId == row.OrderId && r.OfferId == row.OfferId && r.LocationId == row.LocationId)
            .ExecuteUpdateAsync(u => u.SetProperty(r => r.State, ReservationState.Held)
                .SetProperty(r => r.Quantity, whole), cancellation);
    }
}
