using System.Text.Json;
using Marketplace.App.Seeding.Model;
using Marketplace.App.Seeding.Steps;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Payments.Model;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Checkout.StartCheckout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Marketplace.Sales.Shipping.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.App.Seeding.Orders;

/// <summary>One of the demo's buyers: fills a basket, goes through checkout, pays at the processor, comes back.</summary>
internal sealed class DemoBuyer(SeedSender sender, IDemoBank bank, BuyerSeed person, Caller caller)
{
    private const int Seed = 20260301;
    private const string Site = "https://lanes.example";

    public Caller Caller => caller;

    /// <summary>
    /// Answers the order's parts; none when nothing of the basket could be bought. What an earlier run began is brought
    /// to its end from where it stands.
    /// </summary>
    public async Task<IReadOnlyList<SellerOrder>> BuyAsync(
        DemoOrder order, IReadOnlyList<OpenedShop> shops, bool mayStart, CancellationToken cancellation)
    {
        var id = await FindAsync(order, cancellation)
            ?? (mayStart ? await StartAsync(order, shops, cancellation) : null);
        if (id is null) return [];

        await PayAsync(id, cancellation);
        return await sender.ReadAsync(db => db.Set<SellerOrder>().AsNoTracking()
            .Where(p => p.OrderId == id).OrderBy(p => p.Position).ToListAsync(cancellation));
    }

    /// <summary>The order that an earlier run started under this one's key.</summary>
    private async Task<string?> FindAsync(DemoOrder order, CancellationToken cancellation)
    {
        var answer = await sender.ReadAsync(db => db.Set<IdempotencyRow>()
            .Where(r => r.Owner == caller.BuyerId && r.Key == Key(order)).Select(r => r.Answer).SingleOrDefaultAsync(cancellation));
        return answer is null ? null : JsonSerializer.Deserialize<Result<StartedCheckout>>(answer)?.Value?.OrderId;
    }

    private async Task<string?> StartAsync(
        DemoOrder order, IReadOnlyList<OpenedShop> shops, CancellationToken cancellation)
    {
        await EmptyBasketAsync(cancellation);
        foreach (var offer in await ChooseAsync(order, shops, cancellation))
            await sender.SendAsync(caller, new AddToCart(offer, Quantity(order), person.Currency), cancellation);

        var address = person.Addresses[order.Number % person.Addresses.Count];
        var to = new Destination(address.Country, NullIfEmpty(address.Region), address.Postcode);
        var cart = await PriceAsync(to, [], cancellation);
        IReadOnlyList<LineChange> without = [.. cart.Problems.Select(p => new LineChange(p.OfferId, 0))];
        if (without.Count > 0) cart = await PriceAsync(to, without, cancellation);
        if (!cart.HasRest) return null;

        var started = await sender.SendAsync(caller, new StartCheckout(
            Key(order), cart.TotalMinor, person.Currency, Details(address), without, "en", Site), cancellation);
        return started.OrderId;
    }

    /// <summary>Somebody who came this far before may have paid already: the processor knows.</summary>
    private async Task PayAsync(string orderId, CancellationToken cancellation)
    {
        var known = await SessionAsync(orderId, cancellation);
        if (known is not null)
        {
            var state = await sender.SendAsync(caller, new ConfirmPayment(orderId), cancellation);
            if (state.State != OrderState.AwaitingPayment) return;
        }

        await sender.SendAsync(caller, new OpenPaymentPage(orderId), cancellation);
        var session = await SessionAsync(orderId, cancellation);
        await bank.PayAsync(session!, person.Email, cancellation);
        await sender.SendAsync(caller, new ConfirmPayment(orderId), cancellation);
    }

    private Task<string?> SessionAsync(string orderId, CancellationToken cancellation) => sender.ReadAsync(db =>
        db.Set<Payment>().Where(p => p.Id == orderId).Select(p => p.SessionId).SingleOrDefaultAsync(cancellation));

    /// <summary>What could not be bought the last time, or was put in by a run that was broken off.</summary>
    private async Task EmptyBasketAsync(CancellationToken cancellation)
    {
        var left = await sender.ReadAsync(db => db.Set<CartLine>().Where(l => l.BuyerId == caller.BuyerId)
            .Select(l => l.OfferId).ToListAsync(cancellation));
        foreach (var offer in left) await sender.SendAsync(caller, new ChangeQuantity(offer, 0), cancellation);
    }

    private Task<PricedCart> PriceAsync(Destination to, IReadOnlyList<LineChange> changes, CancellationToken cancellation) =>
        sender.AskAsync(Caller.System, new PriceCart(caller.BuyerId!, to, person.Currency, changes), cancellation);

    /// <summary>Offers that are in stock, priced in the buyer's currency, of shops that send to the buyer's country.</summary>
    private async Task<IReadOnlyList<string>> ChooseAsync(
        DemoOrder order, IReadOnlyList<OpenedShop> shops, CancellationToken cancellation)
    {
        var sending = shops.Where(s => s.Demo.Shop.Shipping.Zones.Any(z => z.Countries.Contains(person.Country)))
            .Select(s => s.TenantId).ToList();
        var currency = person.Currency;
        var offers = await sender.ReadAsync(db =>
        {
            var (stocks, prices, listings) = (db.OfferStocks, db.OfferPrices, db.PublishedListings);
            return db.Offers.Where(o => o.IsLive && sending.Contains(o.TenantId)
                    && listings.Any(l => l.TenantId == o.TenantId && l.Id == o.ListingId && l.IsLive)
                    && stocks.Any(s => s.TenantId == o.TenantId && s.OfferId == o.Id && s.OnHand - s.Reserved >= 4)
                    && prices.Any(p => p.TenantId == o.TenantId && p.OfferId == o.Id && p.CurrencyCode == currency))
                .OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(cancellation);
        });
        var chosen = offers.ToArray();
        // Dice of its own for each order: what a run finds done does not change what it chooses next.
        new Random(Seed + order.Number).Shuffle(chosen);
        return chosen[..Math.Min(order.Lines, chosen.Length)];
    }

    /// <summary>What is shipped in parts has more than one piece.</summary>
    private static int Quantity(DemoOrder order) => order.Fate == Fate.PartShipped ? 2 : 1 + (order.Number % 5 == 0 ? 1 : 0);

    private static string Key(DemoOrder order) => $"demo-order-{order.Number}";

    private CheckoutDetails Details(BuyerAddressSeed address) => new()
    {
        Email = person.Email, Phone = NullIfEmpty(address.Phone),
        ShipTo = new Address
        {
            Name = address.Name, Line1 = address.Line1, Line2 = NullIfEmpty(address.Line2), Postcode = address.Postcode,
            City = address.City, Region = NullIfEmpty(address.Region), Country = address.Country,
        },
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
