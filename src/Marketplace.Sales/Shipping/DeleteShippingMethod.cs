using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Shipping.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Shipping;

/// <summary>Takes a delivery method away; carts that chose it fall back to the cheapest one left.</summary>
[Seller("shipping")]
public sealed record DeleteShippingMethod(string MethodId) : ICommand<Result>, ISellerTransaction;

internal sealed class DeleteShippingMethodHandler(SellerDb db) : ICommandHandler<DeleteShippingMethod, Result>
{
    public async ValueTask<Result> Handle(DeleteShippingMethod command, CancellationToken cancellation)
    {
        var method = await db.ShippingMethods.SingleOrDefaultAsync(
            m => m.TenantId == db.TenantId && m.Id == command.MethodId, cancellation);
        if (method is null) return ShippingErrors.NoSuchMethod;
        await SellerListingChanges.BumpAsync(db, db.TenantId, cancellation);
        db.Remove(method);
        return Result.Success();
    }
}
