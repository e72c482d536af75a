using Marketplace.Accounts.Hooks;
using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Keys;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Accounts.Sellers.Review;
using Marketplace.Accounts.Settings;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Media.Contracts;
using Marketplace.Catalog.Taxonomy;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Money.Tax.Contracts;
using Marketplace.Money.Tax.Model;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Shipping;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Tests.Catalog;
using Marketplace.Tests.World;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Web.Tests.World;

/// <summary>
/// Two shops that mirror each other (Vera's pottery, whose rows the others try to reach, and Karl's kiln), each with a
/// team, shipping, mugs and stock; buyers Mara and Otto with a basket; Nina, who has nothing; Ada, who runs the place.
/// </summary>
public sealed class TestMarket : IAsyncLifetime
{
    public const string Vera = "vera";
    public const string Karl = "karl";
    public const string Sam = "sam";
    public const string Mara = "mara";
    public const string Otto = "otto";
    public const string Nina = "nina";
    public const string Ada = "ada";

    /// <summary>Owns the platform beside Ada, so that one of them may leave.</summary>
    public const string Bea = "bea";

    /// <summary>Staff for support, whom the others may block or let go.</summary>
    public const string Finn = "finn";

    public const string Pottery = "pottery";
    public const string Kiln = "kiln";

    /// <summary>Vera's second shop: its checklist is done, and nobody has looked at it yet.</summary>
    public const string Atelier = "atelier";

    /// <summary>A domain that proves itself for the pottery as soon as the pottery claims it.</summary>
    public const string Domain = "shop.example.com";

    /// <summary>Mara's; nobody else has one.</summary>
    public const string Password = "Speckled mugs, 42 of them";

    /// <summary>What only Vera's, Sam's and Mara's pages may show.</summary>
    public static readonly IReadOnlyList<string> Private = ["mara@example.com", "sam@example.com", "waiting@example.com"];

    public WebSite Site { get; private set; } = null!;

    /// <summary>Takes a part of the host away before it starts.</summary>
    public Action<IServiceCollection> Change { get; init; } = _ => { };

    /// <summary>Listing ids by seller's slug, the first two of many.</summary>
    public Dictionary<string, List<SavedListing>> Listings { get; } = [];

    /// <summary>By name: home, mugs, and two that nothing hangs on.</summary>
    public Dictionary<string, string> Categories { get; } = [];

    /// <summary>The first offer and the address of the first listing's page, by seller's slug.</summary>
    public Dictionary<string, (string Offer, string Address)> Products { get; } = [];

    /// <summary>The pottery's two places of stock; the goods lie in the first.</summary>
    public List<string> Places { get; } = [];

    /// <summary>The pottery's: of columns to say, to confirm, to undo.</summary>
    public List<string> Imports { get; private set; } = [];

    /// <summary>Ids of two commission rules, in their order.</summary>
    public List<string> Rules { get; } = [];

    /// <summary>The one plan that is offered.</summary>
    public string Plan { get; internal set; } = "";

    /// <summary>Of a key of the pottery that may read its orders.</summary>
    public string KeyId { get; private set; } = "";

    /// <summary>Of a key of Ada's that may read sellers.</summary>
    public string StaffKeyId { get; private set; } = "";

    /// <summary>Of a webhook of the pottery that listens to everything; nothing answers behind it.</summary>
    public string HookId { get; private set; } = "";

    /// <summary>Mara's orders of one mug of the pottery each, all paid; each for another test of what can be done to it.</summary>
    internal List<PaidOrder> Orders { get; } = [];

    /// <summary>What Mara and the pottery have written to each other and about the goods.</summary>
    internal Talk Talk { get; private set; } = null!;

    /// <summary>The pottery's note on the last order, and Vera's view of its orders.</summary>
    internal string Note { get; private set; } = "";

    internal string View { get; private set; } = "";

    /// <summary>The number of the order that a file ships.</summary>
    internal string ShipsByFile { get; private set; } = "";

    /// <summary>The second in Mara's address book.</summary>
    internal string Address { get; private set; } = "";

    /// <summary>Of a banner between the rows of the home page.</summary>
    internal string Banner { get; private set; } = "";

    /// <summary>What lies in Mara's and in Otto's basket.</summary>
    internal string BasketOffer { get; private set; } = "";

    public static string TenantOf(string slug) => Ids.From("seller", slug);

    public static string PersonOf(string name) => Ids.From("person", name);

    public static string SessionOf(string name) => Ids.From("session", name);

    public static string BuyerOf(string name) => Ids.From("buyer", name);

    /// <summary>Ids in every row that is the victims' business.</summary>
    public static IReadOnlyList<string> VictimIds { get; } =
        [TenantOf(Pottery), PersonOf(Vera), PersonOf(Sam), PersonOf(Mara), BuyerOf(Mara)];

    /// <summary>Ids in every row that is Mara's as a buyer; a basket of another's names the shop too.</summary>
    public static IReadOnlyList<string> BuyersIds { get; } = [PersonOf(Mara), BuyerOf(Mara)];

    public Visitor As(string? name) =>
        (name is null ? Site.Visitor() : Site.Visitor().SignedInAs(PersonOf(name), SessionOf(name))).With("market", "DE.EUR.en-US");

    public async Task<Caller> CallerAsync(string name, string? slug = null) =>
        (await Site.Services.GetRequiredService<CallerFactory>()
            .FindAsync(SessionOf(name), slug is null ? null : TenantOf(slug), null, default))!.Caller;

    public async ValueTask InitializeAsync()
    {
        Site = await WebSite.StartAsync(Change);
        foreach (var name in (string[])[Vera, Karl, Sam, Mara, Otto, Nina]) await AddPersonAsync(name, null);
        foreach (var owner in (string[])[Ada, Bea]) await AddPersonAsync(owner, AdminRole.Owner);
        await AddPersonAsync(Finn, AdminRole.Support);
        var ada = await CallerAsync(Ada);
        var home = Categories["home"] = (await Site.SendAsync(ada, new CreateCategory(null, "Home"))).Required();
        var mugs = Categories["mugs"] = (await Site.SendAsync(ada, new CreateCategory(home, "Mugs"))).Required();
        foreach (var spare in (string[])["Spare", "Empty"])
            Categories[spare] = (await Site.SendAsync(ada, new CreateCategory(home, spare))).Required();
        await AddTaxAsync();
        (await Site.SendAsync(ada, new PublishLegalText(LegalTextKind.SellerTerms, "Sell what you show."))).Done();
        await OpenShopAsync(Pottery, Vera, mugs, 2);
        await OpenShopAsync(Kiln, Karl, mugs, 20);
        await PrepareAtelierAsync(mugs);
        Site.Dns.Put("_marketplace-proof." + Domain, () => Site.WithPlatformAsync(db => db.Set<SellerDomain>()
            .Where(d => d.TenantId == TenantOf(Pottery)).Select(d => d.ProofToken).SingleAsync()));
        await this.ApplyAsync(mugs);
        var vera = await CallerAsync(Vera, Pottery);
        var pottery = TenantOf(Pottery);
        Places.Add(await Site.WithPlatformAsync(db => db.OfferStocks.Where(s => s.TenantId == pottery)
            .Select(s => s.LocationId).FirstAsync()));
        Places.Add((await Site.SendAsync(vera, new SaveLocation(null, "Cellar", "Weimar", "DE"))).Required());
        KeyId = (await Site.SendAsync(vera, new CreateApiKey("Bookkeeping", [ApiScopes.OrdersRead]))).Required().Id;
        StaffKeyId = (await Site.SendAsync(ada, new CreateStaffKey("Reports", [StaffScopes.SellersRead]))).Required().Id;
        HookId = (await Site.SendAsync(vera, new AddHook("http://localhost:1025/hooks", HookEvents.All))).Required().Id;
        (await Site.SendAsync(vera, new InviteMember("waiting@example.com", SellerRole.Catalog))).Done();
        for (var i = 0; i < 11; i++) Orders.Add(await this.BuyAsync(await OfferAsync(Pottery, i % 2)));
        await Site.DrainAsync();
        (await Site.SendAsync(await CallerAsync(Vera, Pottery), new AcceptOrder(Orders[2].PartId))).Done();
        (await Site.SendAsync(await CallerAsync(Mara), new RequestCancellation(Orders[2].PartId, "Ordered twice"))).Required();
        foreach (var buyer in (string[])[Mara, Otto])
        {
            var offer = BasketOffer = await OfferAsync(Pottery, 0);
            (await Site.SendAsync(await CallerAsync(buyer), new AddToCart(offer, 1, "EUR"))).Required();
        }

        (Address, Note, View, ShipsByFile) = await this.KeepThingsAsync();
        Banner = await this.WritePagesAsync();
        await Site.DrainAsync();
        Talk = await this.LetThemTalkAsync();
        await this.LeaveWorkAsync(mugs);
        Imports = await this.LeaveImportsAsync();
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private async Task OpenShopAsync(string slug, string owner, string category, int listings)
    {
        var tenant = TenantOf(slug);
        (await Site.SendAsync(Caller.System, new CreateSeller(slug, slug, "DE", PersonOf(owner), tenant))).Required();
        await Site.WithPlatformAsync(async db =>
        {
            var profile = await db.SellerProfiles.SingleAsync(p => p.TenantId == tenant);
            (profile.Trader, profile.CertifiedAtUtc) = (AccountsWorld.Trader(slug, "DE"), Site.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        (await Site.SendAsync(Caller.System, new OpenSeller(tenant))).Done();
        await Site.DrainAsync();
        var staff = await CallerAsync(owner, slug);
        if (slug == Pottery)
            (await Site.SendAsync(Caller.System, new AddMember(tenant, PersonOf(Sam), SellerRole.Orders))).Done();
        await FillShopAsync(slug, staff, category, listings);
        await Site.DrainAsync();
        var (first, offer) = (Listings[slug][0].ListingId, await OfferAsync(slug, 0));
        Products[slug] = (offer, await Site.WithPlatformAsync(db => db.PublishedListings
            .Where(l => l.TenantId == tenant && l.Id == first).Select(l => l.Slug + "-" + l.ShortId).SingleAsync()));
    }

    private async Task PrepareAtelierAsync(string category)
    {
        var tenant = TenantOf(Atelier);
        (await Site.SendAsync(Caller.System, new CreateSeller(Atelier, Atelier, "DE", PersonOf(Vera), tenant))).Required();
        var vera = await CallerAsync(Vera, Atelier);
        (await Site.SendAsync(vera, new UpdateProfile(Atelier, "Tea bowls", "Turned and fired in Weimar.", "Weimar"))).Done();
        (await Site.SendAsync(vera, new UpdateTrader(
            TraderKind.SoleTrader, "Vera Atelier", "Am Markt 2", "", "Weimar", "", "99423", "DE", "atelier@example.com",
            "+49 3643 1234", "", "", "", Certifies: true))).Done();
        (await Site.SendAsync(vera, new AcceptTerms(1))).Done();
        (await Site.SendAsync(Caller.System, new SetPayoutAccount(tenant, "acct_atelier", Ready: true, ""))).Done();
        await FillShopAsync(Atelier, vera, category, 1);
    }

    internal async Task FillShopAsync(string slug, Caller staff, string category, int listings)
    {
        (await Site.SendAsync(staff, new SaveShippingProfile("DE", 1, 2))).Done();
        var zone = (await Site.SendAsync(staff, new SaveShippingZone(null, "World", ["*"]))).Required();
        var rates = new CurrencyRates("EUR", null, [new WeightBand(null, 395)]);
        (await Site.SendAsync(staff, new SaveShippingMethod(null, zone, "Parcel", "postnl", 1, 2, true, [rates]))).Required();
        var picture = (await Site.SendAsync(
            Caller.SystemFor(staff.TenantId), new ImportPicture(TestPictures.Webp(64, 64), "mug.webp"))).Required();
        Listings[slug] = [];
        for (var i = 0; i < listings; i++)
        {
            var draft = new ListingDraft(
                $"Mug {i} of {slug}", "Thrown by hand from dark stoneware and glazed twice.", slug, category,
                new Dictionary<string, IReadOnlyList<string>>(), [],
                [new VariantDraft(null, $"MUG-{i}", null, [], 420, null, [new PriceDraft("EUR", 1900)], [new StockDraft(null, 0, 50)])],
                [new ListingPicture(picture, "A mug on a table")]);
            Listings[slug].Add((await Site.SendAsync(staff, new SaveListing(null, null, draft, Publish: true))).Required());
        }
    }

    internal Task<string> OfferAsync(string slug, int number)
    {
        var (tenant, sku) = (TenantOf(slug), $"MUG-{number}");
        return Site.WithPlatformAsync(db => db.Offers.Where(o => o.TenantId == tenant && o.Sku == sku).Select(o => o.Id).SingleAsync());
    }

    private Task<int> AddTaxAsync() => Site.WithPlatformAsync(db =>
    {
        db.Add(new TaxRate
        {
            Id = Ids.From("tax", "DE"), Country = "DE", Region = "", TaxCode = TaxCodes.Standard, Name = "Tax", RateBps = 1900,
            PriceIncludesTax = true, Collector = TaxCollector.Seller,
        });
        return db.SaveChangesAsync();
    });

    /// <summary>
    /// Without a password but for Mara, since hashing one takes a tenth of a second. Each has a session in which they have
    /// just shown that it is them; it stays so however long the tests take.
    /// </summary>
    internal Task<int> AddPersonAsync(string name, AdminRole? admin) => Site.WithPlatformAsync(db =>
    {
        var email = name + "@example.com";
        var person = new Person
        {
            Id = PersonOf(name), BuyerId = BuyerOf(name), Name = char.ToUpperInvariant(name[0]) + name[1..], Email = email,
            UserName = email, NormalizedEmail = email.ToUpperInvariant(), NormalizedUserName = email.ToUpperInvariant(),
            Locale = "en-US", JoinedAtUtc = DateTime.UnixEpoch, SecurityStamp = "stamp-" + name, ConcurrencyStamp = "1",
            AdminRole = admin, EmailConfirmed = true,
        };
        if (name == Mara) person.PasswordHash = new PasswordHasher<Person>().HashPassword(person, Password);
        db.Add(person);
        var now = Site.Clock.GetUtcNow().UtcDateTime;
        db.Add(new PersonSession
        {
            Id = SessionOf(name), PersonId = person.Id, Stamp = "stamp-" + name, Device = "Firefox · Linux",
            Network = "203.0.113.*", StartedAtUtc = now, SeenAtUtc = now, ProvedAtUtc = now.AddDays(1), SecondFactor = false,
        });
        return db.SaveChangesAsync();
    });
}
