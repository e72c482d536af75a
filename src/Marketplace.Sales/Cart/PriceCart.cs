using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Tax;
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

        var priced = CartPricer.Lines(lines, offers.Value, sellers.Value, query.Changes);
        var quotes = await sender.Send(
            new QuoteShipping(CartPricer.Parcels(priced), query.Destination, query.CurrencyCode), cancellation);
        if (!quotes.Ok) return quotes.Error;
        priced = CartPricer.WithShipping(priced, quotes.Value, choices);
        var taxes = await sender.Send(
            new CalculateTax(CartPricer.TaxRequest(priced, query.Destination, query.CurrencyCode)), cancellation);
        if (!taxes.Ok) return taxes.Error;
        return CartPricer.Sum(priced, taxes.Value, query.Destination, query.CurrencyCode, cart);
    }
}
