using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Cart;

/// <summary>
/// Puts what an earlier order of the caller held into the cart, as far as it can still be bought, and says of the rest why
/// not. Pieces that are in the cart already count: a repeat adds nothing. Error: <c>checkout.no-order</c>.
/// </summary>
[Buyer]
public sealed record OrderAgain(string OrderId, string CurrencyCode) : ICommand<Result<OrderedAgain>>, IPlatformTransaction;

/// <param name="Pieces">How many pieces went into the cart.</param>
public sealed record OrderedAgain(int Pieces, IReadOnlyList<NotAgain> Missing);

public sealed record NotAgain(string Title, string Why);

internal sealed class OrderAgainHandler(PlatformDb db, CallerAccessor caller, ISender sender, TimeProvider clock)
    : ICommandHandler<OrderAgain, Result<OrderedAgain>>
{
    public async ValueTask<Result<OrderedAgain>> Handle(OrderAgain command, CancellationToken cancellation)
    {
        var (buyerId, now) = (caller.Caller.BuyerId!, clock.GetUtcNow().UtcDateTime);
        var mine = await db.Orders.AnyAsync(
            o => o.Id == command.OrderId && o.BuyerId == buyerId && o.State == OrderState.Placed, cancellation);
        if (!mine) return CheckoutErrors.NoSuchOrder;
        var bought = await db.OrderLines.AsNoTracking().Where(l => l.OrderId == command.OrderId)
            .OrderBy(l => l.SellerOrderId).ThenBy(l => l.Position).ToListAsync(cancellation);
        var offers = (await sender.Send(new GetOffers([.. bought.Select(l => l.OfferId)], command.CurrencyCode), cancellation))
            .Required().ToDictionary(o => o.OfferId, StringComparer.Ordinal);
        var shops = await sender.SellersByIdAsync(bought.Select(l => l.TenantId), cancellation);

        await CartLock.TakeAsync(db, buyerId, now, cancellation);
        var cart = await db.CartLines.Where(l => l.BuyerId == buyerId).ToListAsync(cancellation);
        var (pieces, missing) = (0, new List<NotAgain>());
        foreach (var line in bought)
        {
            var offer = shops.GetValueOrDefault(line.TenantId)?.IsOpen == true ? offers.GetValueOrDefault(line.OfferId) : null;
            var put = Put(cart, line, offer, buyerId, now);
            if (put.Ok) pieces += put.Value;
            else missing.Add(new NotAgain(line.Title, put.Error.Message));
        }

        return new OrderedAgain(pieces, missing);
    }

    private Result<int> Put(List<CartLine> cart, OrderLine line, OfferSnapshot? offer, string buyerId, DateTime now)
    {
        if (offer is null) return CartErrors.NotForSale;
        if (CartShelf.Refusal(offer) is { } refusal) return refusal;
        var there = cart.Find(l => l.OfferId == offer.OfferId)?.Quantity ?? 0;
        if (there >= line.Quantity) return 0;
        var put = CartShelf.Put(db, cart, offer, buyerId, line.Quantity - there, now);
        return put.Ok ? put.Value.Quantity - there : put.Error;
    }
}
