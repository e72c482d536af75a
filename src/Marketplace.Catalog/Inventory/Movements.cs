using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Inventory;

/// <summary>Writes down why a number changed, beside the statement that changes it.</summary>
internal sealed class Movements(CallerAccessor caller, TimeProvider clock)
{
    public void Add(SellerDb db, string offerId, string locationId, MovementKind kind, int quantity, string note)
    {
        var id = Ids.New(clock);
        db.Add(new StockMovement
        {
            TenantId = db.TenantId, Id = id, OfferId = offerId, LocationId = locationId, Kind = kind, Quantity = quantity,
            // A change by hand has no cause of its own to be recognised by: its id keeps the unique key free.
            Note = note, Reference = id, AtUtc = clock.GetUtcNow().UtcDateTime, Actor = caller.Caller.Actor,
        });
    }
}

internal static class FirstLocation
{
    /// <summary>The same id every time, so that two at once make one row, not two.</summary>
    public static async Task<StockLocation> FindOrMakeAsync(SellerDb db, CancellationToken cancellation)
    {
        var first = await db.StockLocations.Where(l => !l.IsClosed).OrderBy(l => l.Sort).ThenBy(l => l.Id)
            .FirstOrDefaultAsync(cancellation);
        if (first is not null) return first;
        first = new StockLocation
        {
            TenantId = db.TenantId, Id = Ids.From("first-location", db.TenantId), Name = "Main location",
        };
        db.Add(first);
        await db.SaveChangesAsync(cancellation);
        return first;
    }
}
