using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Tax;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Marketplace.Sales.Shipping;
using Marketplace.Sales.Shipping.Contracts;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Cart;

/// <summary>
/// The one place where a cart gets its figures: cart page, checkout page and the checkout's own check all ask here,
/// so that the total shown and the total charged cannot differ by method.
/// </summary>
/// <param name="Changes">Quantities for this purchase alone, after the buyer agreed to leave something out.</param>
[Internal]
public sealed record PriceCart(
    string BuyerId, Destination Destination, string CurrencyCode, IReadOnlyList<LineChange> Changes)
    : IQuery<Result<PricedCart>>;

internal sealed class PriceCartHandler(PlatformDb db, ISender sender) : IQueryHandler<PriceCart, Result<PricedCart>>
{
    public async ValueTask<Result<PricedCart>> Handle(PriceCart query, CancellationToken cancellation)
    {
        var cart = await db.BuyerCarts.AsNoTracking().SingleOrDefaultAsync(c => c.BuyerId == query.BuyerId, cancellation);
        var lines = await db.CartLines.AsNoTracking().Where(l => l.BuyerId == query.BuyerId).ToListAsync(cancellation);
        if (lines.Count == 0) return CartPricer.Sum([], [], query.Destination, query.CurrencyCode, cart);

        var choices = await db.CartShippings.AsNoTracking().Where(s => s.BuyerId == query.BuyerId)
            .ToDictionaryAsync(s => s.TenantId, s => s.MethodId, cancellation);
        var offers = await sender.Send(new GetOffers([.. lines.Select(l => l.OfferId)], query.CurrencyCode), cancellation);
        if (!offers.Ok) return offers.Error;
        var sellers = await sender.Send(new GetSellers([.. lines.Select(l => l.TenantId).Distinct()]), cancellation);
        if (!sellers.Ok) return sellers.Error;

        var held = await HeldAsync(cart?.OpenOrderId, cancellation);
        var priced = CartPricer.Lines(
            lines, [.. offers.Value.Select(o => o with { Available = o.Available + held.GetValueOrDefault(o.OfferId) })],
            sellers.Value, query.Changes);
        var quotes = await sender.Send(
            new QuoteShipping(CartPricer.Parcels(priced), query.Destination, query.CurrencyCode), cancellation);
        if (!quotes.Ok) return quotes.Error;
        priced = CartPricer.WithShipping(priced, quotes.Value, choices);
        var taxes = await sender.Send(
            new CalculateTax(CartPricer.TaxRequest(priced, query.Destination, query.CurrencyCode)), cancellation);
        if (!taxes.Ok) return taxes.Error;
        return CartPricer.Sum(priced, taxes.Value, query.Destination, query.CurrencyCode, cart);
    }

    /// <summary>What this cart's own open checkout has reserved is not sold out to this buyer.</summary>
    private async Task<Dictionary<string, int>> HeldAsync(string? openOrderId, CancellationToken cancellation)
    {
        if (openOrderId is null) return [];
        var open = db.Orders.Where(o => o.Id == openOrderId && o.State == OrderState.AwaitingPayment).Select(o => o.Id);
        return await db.OrderLines.AsNoTracking().Where(l => open.Contains(l.OrderId))
            .GroupBy(l => l.OfferId).Select(g => new { g.Key, Quantity = g.Sum(l => l.Quantity) })
            .ToDictionaryAsync(g => g.Key, g => g.Quantity, cancellation);
    }
}
