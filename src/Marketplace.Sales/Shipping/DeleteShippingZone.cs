using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Shipping.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Shipping;

/// <summary>Takes a zone away with its methods. Orders keep their own snapshot of what was quoted.</summary>
[Seller("shipping")]
public sealed record DeleteShippingZone(string ZoneId) : ICommand<Result>, ISellerTransaction;

internal sealed class DeleteShippingZoneHandler(SellerDb db) : ICommandHandler<DeleteShippingZone, Result>
{
    public async ValueTask<Result> Handle(DeleteShippingZone command, CancellationToken cancellation)
    {
        var zone = await db.ShippingZones.SingleOrDefaultAsync(
            z => z.TenantId == db.TenantId && z.Id == command.ZoneId, cancellation);
        if (zone is null) return ShippingErrors.NoSuchZone;
        db.RemoveRange(await db.ShippingMethods
            .Where(m => m.TenantId == db.TenantId && m.ZoneId == zone.Id).ToListAsync(cancellation));
        await SellerListingChanges.BumpAsync(db, db.TenantId, cancellation);
        db.Remove(zone);
        return Result.Success();
    }
}
