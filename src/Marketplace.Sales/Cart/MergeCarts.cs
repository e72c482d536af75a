using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Model;
using Marketplace.Sales.Orders;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Cart;

/// <summary>
/// At sign-in: the guest's cart flows into the person's, and the guest's orders become the person's. The guest's buyer
/// id comes from the guest's own cookie, which is proof of who bought. A repeat finds nothing left to move.
/// </summary>
[Internal]
public sealed record MergeCarts(string GuestBuyerId, string BuyerId) : ICommand<Result>, IPlatformTransaction;

internal sealed class MergeCartsHandler(PlatformDb db, ISender sender, TimeProvider clock)
    : ICommandHandler<MergeCarts, Result>
{
    public async ValueTask<Result> Handle(MergeCarts command, CancellationToken cancellation)
    {
        var buyerId = command.BuyerId;
        if (buyerId == command.GuestBuyerId) return Result.Success();
        var now = clock.GetUtcNow().UtcDateTime;
        var mine = await CartLock.TakeAsync(db, buyerId, now, cancellation);
        if (await CartLock.FindAsync(db, command.GuestBuyerId, now, cancellation) is { } guest)
            await MoveAsync(guest, mine, now, cancellation);
        return await sender.Send(new ClaimOrders(command.GuestBuyerId, buyerId), cancellation);
    }

    private async Task MoveAsync(BuyerCart guest, BuyerCart mine, DateTime now, CancellationToken cancellation)
    {
        var theirs = await db.CartLines.Where(l => l.BuyerId == guest.BuyerId)
            .OrderBy(l => l.AddedAtUtc).ToListAsync(cancellation);
        var own = await db.CartLines.Where(l => l.BuyerId == mine.BuyerId).ToListAsync(cancellation);
        var sellers = own.Select(l => l.TenantId).ToHashSet(StringComparer.Ordinal);
        foreach (var line in theirs)
        {
            db.Remove(line);
            if (own.SingleOrDefault(l => l.OfferId == line.OfferId) is { } same)
            {
                same.Quantity = Math.Max(same.Quantity, line.Quantity);
                continue;
            }

            if (own.Count >= BuyerCart.MostLines) continue;
            if (!sellers.Contains(line.TenantId) && sellers.Count >= BuyerCart.MostSellers) continue;
            sellers.Add(line.TenantId);
            var moved = new CartLine
            {
                BuyerId = mine.BuyerId, OfferId = line.OfferId, TenantId = line.TenantId, Quantity = line.Quantity,
                SeenPriceMinor = line.SeenPriceMinor, SeenCurrencyCode = line.SeenCurrencyCode, AddedAtUtc = now,
            };
            own.Add(moved);
            db.Add(moved);
        }

        db.RemoveRange(await db.CartShippings.Where(s => s.BuyerId == guest.BuyerId).ToListAsync(cancellation));
        mine.DetailsJson ??= guest.DetailsJson;
        mine.OpenOrderId ??= guest.OpenOrderId;
        db.Remove(guest);
    }
}
