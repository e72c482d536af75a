using Marketplace.Kernel.Data;
using Marketplace.Sales.Model;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>
/// Every phase of checkout starts by writing the order's row: of two at once the second waits, and then decides by the
/// state that the first left.
/// </summary>
internal static class OrderLock
{
    public static async Task<Order?> TakeAsync(PlatformDb db, string orderId, DateTime nowUtc, CancellationToken cancellation)
    {
        var found = await db.Orders.Where(o => o.Id == orderId)
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.LockedAtUtc, nowUtc), cancellation);
        return found == 0 ? null : await db.Orders.SingleAsync(o => o.Id == orderId, cancellation);
    }

    /// <summary>The next order number. Taken late in a transaction: all that place orders wait for this row.</summary>
    public static async Task<long> NextNumberAsync(PlatformDb db, CancellationToken cancellation)
    {
        await db.OrderCounters.Where(c => c.Id == OrderCounter.OnlyId)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Next, c => c.Next + 1), cancellation);
        return await db.OrderCounters.Where(c => c.Id == OrderCounter.OnlyId).Select(c => c.Next - 1).SingleAsync(cancellation);
    }
}
