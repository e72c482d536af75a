using Marketplace.App.Seeding.Model;
using Marketplace.App.Seeding.Steps;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
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
    private const string Site = "https://lanes.example";

    public Caller Caller => caller;

    /// <summary>Answers the order's parts; none when nothing of the basket could be bought.</summary>
    public async Task<IReadOnlyList<SellerOrder>> BuyAsync(
        DemoOrder order, IReadOnlyList<OpenedShop> shops, Random dice, CancellationToken cancellation)
    {
        foreach (var offer in await ChooseAsync(order, shops, dice, cancellation))
            await sender.SendAsync(caller, new AddToCart(offer, Quantity(order), person.Currency), cancellation);

        var address = person.Addresses[order.Number % person.Addresses.Count];
        var to = new Destination(address.Country, NullIfEmpty(address.Region), address.Postcode);
        var cart = await PriceAsync(to, [], cancellation);
        IReadOnlyList<LineChange> without = [.. cart.Problems.Select(p => new LineChange(p.OfferId, 0))];
        if (without.Count > 0) cart = await PriceAsync(to, without, cancellation);
        if (!cart.HasRest) return [];

        var started = await sender.SendAsync(caller, new StartCheckout(
            $"demo-order-{order.Number}", cart.TotalMinor, person.Currency, Details(address), without, "en", Site), cancellation);
        await sender.SendAsync(caller, new OpenPaymentPage(started.OrderId), cancellation);
        var session = await sender.ReadAsync(db => db.Set<Payment>().Where(p => p.Id == started.OrderId)
            .Select(p => p.SessionId!).SingleAsync(cancellation));
        await bank.PayAsync(session, person.Email, cancellation);
        await sender.SendAsync(caller, new ConfirmPayment(started.OrderId), cancellation);
        return await sender.ReadAsync(db => db.Set<SellerOrder>().AsNoTracking()
            .Where(p => p.OrderId == started.OrderId).OrderBy(p => p.Position).ToListAsync(cancellation));
    }

    private Task<PricedCart> PriceAsync(Destination to, IReadOnlyList<LineChange> changes, CancellationToken cancellation) =>
        sender.AskAsync(Caller.System, new PriceCart(caller.BuyerId!, to, person.Currency, changes), cancellation);

    /// <summary>Offers that are in stock, priced in the buyer's currency, of shops that send to the buyer's country.</summary>
    private async Task<IReadOnlyList<string>> ChooseAsync(
        DemoOrder order, IReadOnlyList<OpenedShop> shops, Random dice, CancellationToken cancellation)
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
        dice.Shuffle(chosen);
        return chosen[..Math.Min(order.Lines, chosen.Length)];
    }

    /// <summary>What is shipped in parts has more than one piece.</summary>
    private static int Quantity(DemoOrder order) => order.Fate == Fate.PartShipped ? 2 : 1 + (order.Number % 5 == 0 ? 1 : 0);

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
