using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Tax.Contracts;
using Marketplace.Money.Tax.Model;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Checkout.StartCheckout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Marketplace.Sales.Shipping;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Sales;

/// <summary>
/// Two shops that ship: Kiln (mugs at €24.00, ten of them, delivery €3.95) and Trail (the last daypack at €74.50,
/// delivery free). A buyer in Delft, one in Sacramento.
/// </summary>
internal sealed class SalesWorld : IAsyncDisposable
{
    public static readonly string Kiln = Ids.From("seller", "kiln");
    public static readonly string Trail = Ids.From("seller", "trail");
    public static readonly string Mug = Ids.From("offer", "mug");
    public static readonly string Bowl = Ids.From("offer", "bowl");
    public static readonly string Pack = Ids.From("offer", "pack");

    public static readonly Caller Mara = new(BuyerId: Ids.From("buyer", "mara"));
    public static readonly Caller Otto = new(PersonId: Ids.From("person", "otto"), BuyerId: Ids.From("buyer", "otto"));
    public static readonly Caller KilnStaff = Staff(Kiln);
    public static readonly Caller TrailStaff = Staff(Trail);
    public static readonly Caller Admin = new(
        PersonId: Ids.From("person", "ada"), AdminPermissions: AdminPermissions.Of(AdminRole.Owner));

    public static readonly Address Delft = new()
    {
        Name = "Mara de Wit", Line1 = "Oude Delft 14", Postcode = "2611 XK", City = "Delft", Country = "NL",
    };

    public static readonly CheckoutDetails Details = new() { Email = "mara@example.org", ShipTo = Delft };

    private readonly FakeGateway? _gateway;
    private readonly StripeWorld? _stripe;

    private SalesWorld(TestHost host, FakeGateway? gateway, StripeWorld? stripe) =>
        (Host, _gateway, _stripe) = (host, gateway, stripe);

    public TestHost Host { get; }

    public FakeGateway Gateway => _gateway!;

    /// <summary>Where the world was opened beside the simulator.</summary>
    public StripeWorld Stripe => _stripe!;

    public static async Task<SalesWorld> OpenAsync()
    {
        var gateway = new FakeGateway();
        var host = await TestHost.StartAsync(s => s.AddSingleton<IPaymentGateway>(gateway));
        return await FillAsync(new SalesWorld(host, gateway, null));
    }

    /// <summary>The same shops beside a simulated Stripe, where both have an account.</summary>
    public static async Task<SalesWorld> OpenBesideStripeAsync(Action<IServiceCollection>? change = null)
    {
        var stripe = await StripeWorld.StartAsync(change);
        var world = await FillAsync(new SalesWorld(stripe.Host, null, stripe));
        foreach (var shop in (string[])[Kiln, Trail]) await stripe.OnboardAsync(shop);
        return world;
    }

    public Task<PricedCart> CartAsync(Caller buyer, params LineChange[] changes) => CartAsync(buyer, "NL", null, changes);

    public async Task<PricedCart> CartAsync(Caller buyer, string country, string? region, params LineChange[] changes) =>
        (await Host.SendAsync(buyer, new GetCart(new Destination(country, region, "2611 XK"), "EUR", changes))).Required();

    public async Task AddAsync(Caller buyer, string offer, int quantity = 1)
    {
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await Host.SendAsync(buyer, new AddToCart(offer, quantity, "EUR"))).Ok);
    }

    public async Task<StartCheckout> CheckoutOfAsync(Caller buyer, string? key = null, params LineChange[] changes) => new(
        key, (await CartAsync(buyer, changes)).TotalMinor, "EUR", Details, changes, "en-US", "https://shop.example");

    /// <summary>Through the first two phases: the buyer is at the payment page.</summary>
    public async Task<string> ToPaymentPageAsync(Caller buyer)
    {
        var started = (await Host.SendAsync(buyer, await CheckoutOfAsync(buyer))).Required();
        Assert.True((await Host.SendAsync(buyer, new OpenPaymentPage(started.OrderId))).Ok);
        return started.OrderId;
    }

    /// <summary>A whole purchase of two mugs and the daypack.</summary>
    public async Task<string> BuyAsync(Caller buyer)
    {
        await AddAsync(buyer, Mug, 2);
        await AddAsync(buyer, Pack);
        var order = await ToPaymentPageAsync(buyer);
        Gateway.Pay(order);
        Assert.Equal(OrderState.Placed, (await Host.SendAsync(buyer, new ConfirmPayment(order))).Required().State);
        await Host.DrainAsync();
        return order;
    }

    public Task<Order> OrderAsync(string id) => Host.WithPlatformAsync(db => db.Orders.AsNoTracking().SingleAsync(o => o.Id == id));

    public Task<SellerOrder> PartAsync(string orderId, string seller) => Host.WithPlatformAsync(db =>
        db.SellerOrders.AsNoTracking().SingleAsync(s => s.OrderId == orderId && s.TenantId == seller));

    public Task<SellerOrderAmounts> AmountsAsync(string partId) => Host.WithPlatformAsync(db =>
        db.SellerOrderAmounts.AsNoTracking().SingleAsync(a => a.Id == partId));

    public Task<List<OrderLine>> LinesAsync(string partId) => Host.WithPlatformAsync(db =>
        db.OrderLines.AsNoTracking().Where(l => l.SellerOrderId == partId).OrderBy(l => l.Position).ToListAsync());

    public Task<(int OnHand, int Reserved)> StockAsync(string offer) => Host.WithPlatformAsync(async db =>
    {
        var row = await db.OfferStocks.AsNoTracking().SingleAsync(s => s.OfferId == offer);
        return (row.OnHand, row.Reserved);
    });

    /// <summary>The shelf is counted anew, and so many lie there.</summary>
    public Task<int> CountStockAsync(string offer, int units) => Host.WithPlatformAsync(async db =>
    {
        var row = await db.OfferStocks.AsNoTracking().SingleAsync(s => s.OfferId == offer);
        if (row.OnHand != units) db.Add(Counted(row.TenantId, offer, row.LocationId, units - row.OnHand));
        await db.OfferStocks.Where(s => s.OfferId == offer).ExecuteUpdateAsync(s => s.SetProperty(r => r.OnHand, units));
        return await db.SaveChangesAsync();
    });

    public static string ListingOf(string offer) => Ids.From("listing", offer);

    public ValueTask DisposeAsync() => _stripe?.DisposeAsync() ?? Host.DisposeAsync();

    public static Caller Staff(string tenant) => new(
        PersonId: Ids.From("person", tenant), TenantId: tenant, SellerPermissions: SellerPermissions.Of(SellerRole.Owner));

    private static async Task<SalesWorld> FillAsync(SalesWorld world)
    {
        await world.Host.WithPlatformAsync(async db =>
        {
            AddSeller(db, Kiln, "Kiln & Clay");
            AddSeller(db, Trail, "Trailhead");
            AddOffer(db, Kiln, Mug, "Stoneware mug", 2400, 10);
            AddOffer(db, Kiln, Bowl, "Breakfast bowl", 1850, 5);
            AddOffer(db, Trail, Pack, "Daypack 18 L", 7450, 1);
            AddTax(db, "NL", "", 2100, true, TaxCollector.Seller);
            AddTax(db, "US", "CA", 825, false, TaxCollector.Platform);
            return await db.SaveChangesAsync();
        });
        await world.ShipAsync(KilnStaff, 395, null);
        await world.ShipAsync(TrailStaff, 495, 5000);
        return world;
    }

    private async Task ShipAsync(Caller seller, long amountMinor, long? freeFromMinor)
    {
        await Host.SendAsync(seller, new SaveShippingProfile("NL", 1, 2));
        var zone = (await Host.SendAsync(seller, new SaveShippingZone(null, "World", ["*"]))).Required();
        var rates = new CurrencyRates("EUR", freeFromMinor, [new WeightBand(null, amountMinor)]);
        Assert.True((await Host.SendAsync(
            seller, new SaveShippingMethod(null, zone, "Parcel", "postnl", 1, 2, true, [rates]))).Ok);
    }

    internal static void AddSeller(PlatformDb db, string id, string name)
    {
        var seller = new Seller { Id = id, Slug = id[^8..], Name = name, Country = "NL", AppliedAtUtc = TestHost.Start.UtcDateTime };
        seller.Move(SellerState.InReview, "", TestHost.Start.UtcDateTime);
        seller.Move(SellerState.Approved, "", TestHost.Start.UtcDateTime);
        db.Add(seller);
    }

    internal static void AddOffer(PlatformDb db, string tenant, string id, string title, long price, int stock)
    {
        var (listing, location, now) = (ListingOf(id), Ids.From("location", tenant), TestHost.Start.UtcDateTime);
        var copy = new Listing
        {
            TenantId = tenant, Id = listing, ShortId = id[^8..], Title = title, CategoryId = "goods", CreatedAtUtc = now, ChangedAtUtc = now,
        };
        copy.Publish(Ids.From("revision", id), now);
        db.Add(copy);
        db.Add(new ListingVariant { TenantId = tenant, Id = id, ListingId = listing, Sku = title[..3] });
        db.Add(new PublishedListing
        {
            TenantId = tenant, Id = listing, ShortId = id[^8..], Slug = "thing", RevisionId = Ids.From("revision", id),
            IsLive = true, Title = title, CategoryId = "goods", CategoryPath = "goods", TaxCode = TaxCodes.Standard,
            PublishedAtUtc = now, FirstPublishedAtUtc = now,
        });
        db.Add(new Offer { TenantId = tenant, Id = id, ListingId = listing, Sku = title[..3], WeightGrams = 400, IsLive = true });
        db.Add(new OfferPrice { TenantId = tenant, OfferId = id, CurrencyCode = "EUR", PriceMinor = price });
        db.Add(new OfferStock { TenantId = tenant, OfferId = id, LocationId = location, OnHand = stock });
        db.Add(Counted(tenant, id, location, stock));
        db.Add(new ListingChange { TenantId = tenant, ListingId = listing });
    }

    private static StockMovement Counted(string tenant, string offer, string location, int units) => new()
    {
        TenantId = tenant, Id = Ids.New(TimeProvider.System), OfferId = offer, LocationId = location, Kind = MovementKind.Corrected,
        Quantity = units, AtUtc = TestHost.Start.UtcDateTime, Actor = "test",
    };

    private static void AddTax(
        PlatformDb db, string country, string region, int rateBps, bool included, TaxCollector collector) => db.Add(new TaxRate
        {
            Id = Ids.From("tax", country, region), Country = country, Region = region, TaxCode = TaxCodes.Standard, Name = "Tax",
            RateBps = rateBps, PriceIncludesTax = included, Collector = collector,
        });
}
