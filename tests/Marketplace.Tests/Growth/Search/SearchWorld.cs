using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Growth.Search;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Shipping.Model;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Growth.Search;

/// <summary>Open shops with published listings, put there without the editor, and the follower run by hand.</summary>
internal static class SearchWorld
{
    public static readonly string Pottery = Ids.From("seller", "pottery");
    public static readonly string Weaver = Ids.From("seller", "weaver");
    public static readonly string Home = Ids.From("category", "home");
    public static readonly string Cups = Ids.From("category", "cups");
    public static readonly Market Germany = new("DE", "EUR", "en-DE");

    public static async Task<TestHost> StartAsync()
    {
        var host = await TestHost.StartAsync();
        await host.WithPlatformAsync(async db =>
        {
            db.Add(new Category { Id = Home, Slug = "home", Name = "Home", Path = Home, Depth = 1 });
            db.Add(new Category
            {
                Id = Cups, ParentId = Home, Slug = "cups", Name = "Cups", Path = $"{Home}/{Cups}", Depth = 2,
            });
            db.Add(new AttributeDefinition
            {
                Id = Ids.From("attribute", "colour"), CategoryId = Home, Code = "colour", Name = "Colour", IsFilter = true,
                Kind = AttributeKind.Select, Choices = [new("blue", "Deep blue"), new("red", "Brick red")],
            });
            db.Add(new AttributeDefinition
            {
                Id = Ids.From("attribute", "height"), CategoryId = Cups, Code = "height", Name = "Height", Unit = "cm",
                IsFilter = true, Kind = AttributeKind.Number,
            });
            return await db.SaveChangesAsync();
        });
        await host.OpenShopAsync(Pottery, "Potter's Yard", "pottery");
        await host.OpenShopAsync(Weaver, "The Weaver", "weaver");
        return host;
    }

    public static Task<int> OpenShopAsync(this TestHost host, string tenant, string name, string slug) =>
        host.WithPlatformAsync(db =>
        {
            db.Add(new SellerProfile
            {
                TenantId = tenant, Slug = slug, Name = name, Country = "DE", City = "Weimar",
                SinceUtc = TestHost.Start.UtcDateTime,
            });
            db.Add(new SellerStanding { TenantId = tenant, IsOpen = true, ChangedAtUtc = TestHost.Start.UtcDateTime });
            db.Add(new ShippingZone { TenantId = tenant, Id = "zone", Name = "Europe", Position = 1, Places = ["DE", "US-CA"] });
            db.Add(new ShippingMethod
            {
                TenantId = tenant, Id = "method", ZoneId = "zone", Name = "Parcel", Position = 1,
                TransitDaysMin = 1, TransitDaysMax = 3, Rates = [],
            });
            return db.SaveChangesAsync();
        });

    public static string Id(string name) => Ids.From("listing", name);

    /// <summary>A published cup at 10.00 EUR, five in stock; its change is stamped as publishing would.</summary>
    public static async Task<string> PublishAsync(
        this TestHost host, string tenant, string name, Action<PublishedListing>? change = null)
    {
        var (listing, offer) = (Id(name), Ids.From("offer", name));
        await host.WithPlatformAsync(async db =>
        {
            var row = new PublishedListing
            {
                TenantId = tenant, Id = listing, ShortId = listing[^10..], Slug = name.Replace(' ', '-'), Title = name,
                RevisionId = Ids.From("revision", name), IsLive = true, CategoryId = Cups,
                CategoryPath = $"{Home}/{Cups}", TaxCode = "standard",
                PublishedAtUtc = TestHost.Start.UtcDateTime, FirstPublishedAtUtc = TestHost.Start.UtcDateTime,
            };
            change?.Invoke(row);
            db.Add(row);
            db.Add(new ListingChange { TenantId = tenant, ListingId = listing });
            db.Add(new Offer { TenantId = tenant, Id = offer, ListingId = listing, Sku = name, IsLive = true });
            db.Add(new OfferPrice { TenantId = tenant, OfferId = offer, CurrencyCode = "EUR", PriceMinor = 1_000 });
            db.Add(new OfferStock { TenantId = tenant, OfferId = offer, LocationId = Home, OnHand = 5 });
            return await db.SaveChangesAsync();
        });
        await host.BumpAsync(tenant, listing);
        return listing;
    }

    public static Task<int> BumpAsync(this TestHost host, string tenant, string listing) =>
        host.WithPlatformAsync(async db =>
        {
            await ListingChanges.BumpAsync(db, [(tenant, listing)], default);
            return 0;
        });

    public static Task<int> StampAsync(this TestHost host, string listing, DateTime changedAtUtc) =>
        host.WithPlatformAsync(db => db.ListingChanges.Where(c => c.ListingId == listing)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.ChangedAtUtc, changedAtUtc)));

    public static Task<int> CatchUpAsync(this TestHost host) =>
        host.Services.GetRequiredService<FollowListingChanges>().CatchUpAsync(default);

    public static async Task<ListingPage> SearchAsync(
        this TestHost host, string text = "", Func<SearchListings, SearchListings>? change = null)
    {
        var query = new SearchListings(Germany) { Text = text };
        return (await host.SendAsync(Caller.Anonymous, change?.Invoke(query) ?? query)).Required();
    }

    public static async Task<string[]> FoundAsync(this TestHost host, string text = "") =>
        [.. (await host.SearchAsync(text)).Hits.Select(h => h.Title).Order(StringComparer.Ordinal)];
}
