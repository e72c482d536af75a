using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Media.Contracts;
using Marketplace.Catalog.Taxonomy;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Catalog;

/// <summary>A tree of mugs and books, two open sellers, and a mug that is ready to be published.</summary>
internal sealed class CatalogWorld : IAsyncDisposable
{
    public static readonly string Pottery = Ids.From("seller", "pottery");
    public static readonly string Kiln = Ids.From("seller", "kiln");
    public static readonly Caller Admin = new("01admin", AdminPermissions: new HashSet<string> { AdminPermissions.Catalog });
    public static readonly Market Dutch = new("NL", "EUR", "en");

    /// <summary>A valid EAN-13.</summary>
    public const string Ean = "4006381333931";

    public required TestHost Host { get; init; }
    public required string Home { get; init; }
    public required string Mugs { get; init; }
    public required string Books { get; init; }
    public string Picture { get; private set; } = "";

    public static Caller Staff(string tenant, params string[] permissions) => new(
        "01person", tenant, SellerPermissions: permissions.ToHashSet());

    public static Caller Potter { get; } = Staff(Pottery, SellerPermissions.Listings, SellerPermissions.Stock);

    public static Caller KilnMaster { get; } = Staff(Kiln, SellerPermissions.Listings, SellerPermissions.Stock);

    public static async Task<CatalogWorld> StartAsync(Action<IServiceCollection>? change = null)
    {
        var host = await TestHost.StartAsync(change);
        await host.OpenSellerAsync(Pottery, "pottery", "The Pottery");
        await host.OpenSellerAsync(Kiln, "kiln", "Kiln & Clay");
        var home = (await host.SendAsync(Admin, new CreateCategory(null, "Home"))).Required();
        var mugs = (await host.SendAsync(Admin, new CreateCategory(home, "Mugs"))).Required();
        var books = (await host.SendAsync(Admin, new CreateCategory(null, "Books", TaxCode: "books"))).Required();
        await host.SendAsync(Admin, new AddAttribute(mugs, "colour", AttributeKind.Select, new AttributeForm(
            "Colour", null, IsRequired: true, IsFilter: true, IsVariantOption: true, 10,
            [new AttributeChoice("red", "Red"), new AttributeChoice("blue", "Blue")])));
        await host.SendAsync(Admin, new AddAttribute(mugs, "volume", AttributeKind.Number, new AttributeForm(
            "Volume", "ml", false, true, false, 20, [])));
        await host.DrainAsync();
        var world = new CatalogWorld { Host = host, Home = home, Mugs = mugs, Books = books };
        foreach (var tenant in (string[])[Pottery, Kiln])
            world.Picture = (await host.SendAsync(Caller.SystemFor(tenant), new ImportPicture(TestPictures.Webp(300, 300), "mug.webp"))).Required();
        return world;
    }

    /// <summary>A red and a blue mug at 19.00 EUR, five of each.</summary>
    public ListingDraft Mug(string sku = "MUG", string? gtin = null, long price = 1900, int stock = 5) => new(
        "Stoneware mug, hand thrown", "Thrown by hand from dark stoneware and glazed twice.\n\n- 300 ml\n- dishwasher safe",
        "Kiln", Mugs, new Dictionary<string, IReadOnlyList<string>> { ["volume"] = ["300"] },
        [new ListingOption("Colour", ["Red", "Blue"])],
        [Variant(sku + "-R", "Red", gtin, price, stock), Variant(sku + "-B", "Blue", null, price, stock)],
        [new ListingPicture(Picture, "A red mug on a table")]);

    public static VariantDraft Variant(string sku, string colour, string? gtin = null, long price = 1900, int stock = 5) => new(
        null, sku, gtin, [colour], 420, null, [new PriceDraft("EUR", price)], stock == 0 ? [] : [new StockDraft(null, 0, stock)]);

    public async Task<SavedListing> PublishAsync(Caller seller, ListingDraft draft)
    {
        var answer = await Host.SendAsync(seller, new SaveListing(null, null, draft, Publish: true));
        Assert.True(answer.Ok, string.Join(", ", answer.Error?.Fields?.Keys ?? [answer.Error?.Code ?? ""]));
        var saved = answer.Required();
        await Host.DrainAsync();
        return saved;
    }

    public async Task<MyListing> ReadAsync(Caller seller, string listingId) =>
        (await Host.SendAsync(seller, new GetMyListing(listingId))).Required();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

internal static class OpenSellers
{
    public static Task OpenSellerAsync(this TestHost host, string tenant, string slug, string name) =>
        host.WithPlatformAsync(async db =>
        {
            db.Add(new SellerProfile
            {
                TenantId = tenant, Slug = slug, Name = name, Country = "NL", SinceUtc = TestHost.Start.UtcDateTime,
                Trader = AccountsWorld.Trader(name, "NL"), CertifiedAtUtc = TestHost.Start.UtcDateTime,
            });
            db.Add(new SellerStanding { TenantId = tenant, IsOpen = true });
            return await db.SaveChangesAsync();
        });
}
