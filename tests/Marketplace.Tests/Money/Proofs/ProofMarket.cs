using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Money;
using Marketplace.Money.Tax.Contracts;
using Marketplace.Money.Tax.Model;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Checkout.StartCheckout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Shipping;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Money.Proofs;

/// <summary>
/// Four shops beside the real processor's double: two in a country where the platform adds VAT to its commission, each
/// with six things in four currencies; buyers where tax is within the price, on top of it, remitted by either side, or
/// none at all.
/// </summary>
internal static class ProofMarket
{
    public const int Shops = 4;
    public const int Things = 6;

    private static readonly (string Country, string? Region, string Postcode, string Currency)[] Places =
    [
        ("NL", null, "2611 XK", "EUR"), ("US", "CA", "95814", "USD"), ("JP", null, "1000001", "JPY"), ("KW", null, "13001", "KWD"),
    ];

    public static async Task<StripeWorld> OpenAsync(Random random)
    {
        var world = await StripeWorld.StartAsync(s => s.Configure<MoneyOptions>(o => o.CommissionTaxBps["NL"] = 2100));
        for (var i = 0; i < Shops; i++) await world.AddSellerAsync(Shop(i), country: i % 2 == 0 ? "NL" : "DE");
        await world.Host.WithPlatformAsync(db =>
        {
            AddTax(db, "NL", "", 2100, true, TaxCollector.Seller);
            AddTax(db, "US", "CA", 825, false, TaxCollector.Platform);
            AddTax(db, "JP", "", 1000, true, TaxCollector.Platform);
            for (var i = 0; i < Shops; i++)
            {
                for (var j = 0; j < Things; j++) AddOffer(db, Shop(i), Thing(i, j), random);
            }

            return db.SaveChangesAsync();
        });
        for (var i = 0; i < Shops; i++) await ShipEverywhereAsync(world, Staff(i));
        return world;
    }

    public static string Shop(int number) => $"proof-shop-{number}";

    public static Caller Staff(int number) => new(
        PersonId: "owner-" + Shop(number), TenantId: Shop(number), SellerPermissions: SellerPermissions.Of(SellerRole.Owner));

    /// <summary>A new buyer fills a basket at random, checks out and pays at the simulator; answers buyer and order.</summary>
    public static async Task<(Caller Buyer, string OrderId)> BuyAsync(this StripeWorld world, Random random, int number)
    {
        var buyer = new Caller(BuyerId: Ids.From("proof-buyer", $"{number}"));
        var place = Places[number % Places.Length];
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        for (var lines = random.Next(1, 5); lines > 0; lines--)
        {
            var thing = Thing(random.Next(Shops), random.Next(Things));
            (await world.Host.SendAsync(buyer, new AddToCart(thing, random.Next(1, 4), place.Currency))).Required();
        }

        var to = new Destination(place.Country, place.Region, place.Postcode);
        var cart = (await world.Host.SendAsync(buyer, new GetCart(to, place.Currency))).Required();
        var details = new CheckoutDetails
        {
            Email = "proof@example.org",
            ShipTo = new Address
            {
                Name = "P. Roof", Line1 = "1 High Street", Postcode = place.Postcode, City = "Town", Country = place.Country,
                Region = place.Region,
            },
        };
        var order = (await world.Host.SendAsync(buyer, new StartCheckout(
            null, cart.TotalMinor, place.Currency, details, [], "en-US", "https://shop.example"))).Required().OrderId;
        (await world.Host.SendAsync(buyer, new OpenPaymentPage(order))).Required();
        var session = await world.Host.WithPlatformAsync(db => Task.FromResult(
            db.Set<Marketplace.Money.Payments.Model.Payment>().Where(p => p.Id == order).Select(p => p.SessionId!).Single()));
        Assert.Null(world.Stripe.Control.Pay(session));
        return (buyer, order);
    }

    private static string Thing(int shop, int number) => Ids.From("proof-offer", $"{shop}", $"{number}");

    private static async Task ShipEverywhereAsync(StripeWorld world, Caller staff)
    {
        (await world.Host.SendAsync(staff, new SaveShippingProfile("NL", 1, 2))).Done();
        var zone = (await world.Host.SendAsync(staff, new SaveShippingZone(null, "World", ["*"]))).Required();
        CurrencyRates[] rates =
        [
            new("EUR", null, [new WeightBand(null, 395)]), new("USD", 20_000, [new WeightBand(null, 495)]),
            new("JPY", null, [new WeightBand(null, 640)]), new("KWD", null, [new WeightBand(null, 1_250)]),
        ];
        (await world.Host.SendAsync(staff, new SaveShippingMethod(null, zone, "Parcel", "postnl", 1, 2, true, rates))).Required();
    }

    private static void AddOffer(PlatformDb db, string tenant, string id, Random random)
    {
        var (listing, now) = (Ids.From("listing", id), TestHost.Start.UtcDateTime);
        db.Add(new PublishedListing
        {
            TenantId = tenant, Id = listing, ShortId = id[^8..], Slug = "thing", RevisionId = Ids.From("revision", id),
            IsLive = true, Title = "A thing", CategoryId = "goods", CategoryPath = "goods", TaxCode = TaxCodes.Standard,
            PublishedAtUtc = now, FirstPublishedAtUtc = now,
        });
        db.Add(new Offer { TenantId = tenant, Id = id, ListingId = listing, Sku = id[^6..], WeightGrams = 400, IsLive = true });
        foreach (var (_, _, _, currency) in Places)
        {
            var price = random.Next(300, 9_000) * Currency.Of(currency).QuantumMinor;
            db.Add(new OfferPrice { TenantId = tenant, OfferId = id, CurrencyCode = currency, PriceMinor = price });
        }

        db.Add(new OfferStock { TenantId = tenant, OfferId = id, LocationId = Ids.From("location", tenant), OnHand = 10_000 });
        db.Add(new ListingChange { TenantId = tenant, ListingId = listing });
    }

    private static void AddTax(
        PlatformDb db, string country, string region, int rateBps, bool included, TaxCollector collector) => db.Add(new TaxRate
        {
            Id = Ids.From("tax", country, region), Country = country, Region = region, TaxCode = TaxCodes.Standard, Name = "Tax",
            RateBps = rateBps, PriceIncludesTax = included, Collector = collector,
        });
}
