using Marketplace.Kernel.Data;
using Marketplace.Sales.Model;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Cart;

/// <summary>
/// Every change of a cart starts by writing its row: of two at once the second waits for the first, and then sees what
/// it did.
/// </summary>
internal static class CartLock
{
    /// <summary>The locked cart, tracked; null when the buyer has none.</summary>
    public static async Task<BuyerCart?> FindAsync(PlatformDb db, string buyerId, DateTime nowUtc, CancellationToken cancellation)
    {
        var found = await db.BuyerCarts.Where(c => c.BuyerId == buyerId)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.LockedAtUtc, nowUtc), cancellation);
        return found == 0 ? null : await db.BuyerCarts.SingleAsync(c => c.BuyerId == buyerId, cancellation);
    }

    /// <summary>The locked cart; made when the buyer has none.</summary>
    public static async Task<BuyerCart> TakeAsync(PlatformDb db, string buyerId, DateTime nowUtc, CancellationToken cancellation)
    {
        if (await FindAsync(db, buyerId, nowUtc, cancellation) is { } cart)
        {
            cart.UpdatedAtUtc = nowUtc;
            return cart;
        }

        var made = new BuyerCart { BuyerId = buyerId, UpdatedAtUtc = nowUtc, LockedAtUtc = nowUtc };
        db.Add(made);
        return made;
    }
}
