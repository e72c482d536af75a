using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Catalog.Inventory;

/// <summary>Two sellers with a few offers on their shelves, put there without the listing editor.</summary>
internal static class StockWorld
{
    public static readonly string Bookshop = Ids.From("seller", "bookshop");
    public static readonly string Pottery = Ids.From("seller", "pottery");
    public static readonly string Home = Ids.From("location", "home");
    public static readonly string Barn = Ids.From("location", "barn");

    public static string Offer(string tenant, string name) => Ids.From("offer", tenant, name);

    /// <summary>A live offer at 10.00 EUR with this much at each location.</summary>
    public static Task<string> PutOfferAsync(
        this TestHost host, string tenant, string name, params (string Location, int OnHand)[] stock) =>
        host.WithPlatformAsync(async db =>
        {
            var (offer, listing) = (Offer(tenant, name), Ids.From("listing", tenant, name));
            db.Add(new PublishedListing
            {
                TenantId = tenant, Id = listing, ShortId = listing[^10..], Slug = name, RevisionId = Ids.From("r", listing),
                IsLive = true, Title = "The " + name, CategoryId = "cat", CategoryPath = "root/cat", TaxCode = "standard",
                PublishedAtUtc = TestHost.Start.UtcDateTime, FirstPublishedAtUtc = TestHost.Start.UtcDateTime,
            });
            db.Add(new ListingChange { TenantId = tenant, ListingId = listing });
            db.Add(new Offer
            {
                TenantId = tenant, Id = offer, ListingId = listing, Sku = name, IsLive = true, WeightGrams = 300,
            });
            db.Add(new OfferPrice { TenantId = tenant, OfferId = offer, CurrencyCode = "EUR", PriceMinor = 1000 });
            foreach (var (location, onHand) in stock)
                db.Add(new OfferStock { TenantId = tenant, OfferId = offer, LocationId = location, OnHand = onHand });
            await db.SaveChangesAsync();
            return offer;
        });

    public static Task<Result<StockAnswer>> ReserveAsync(
        this TestHost host, string order, params (string Tenant, string Offer, int Quantity)[] lines) =>
        host.SendAsync(Caller.System, new ReserveStock(
            order, [.. lines.Select(l => new StockLine(l.Tenant, l.Offer, l.Quantity))],
            TestHost.Start.UtcDateTime.AddMinutes(30)));

    public static Task<(int OnHand, int Reserved)> StockAsync(this TestHost host, string offer) =>
        host.WithPlatformAsync(async db =>
        {
            var rows = await db.OfferStocks.Where(s => s.OfferId == offer).ToListAsync();
            return (rows.Sum(r => r.OnHand), rows.Sum(r => r.Reserved));
        });

    public static Task<long> IndexVersionAsync(this TestHost host, string tenant, string name)
    {
        var listing = Ids.From("listing", tenant, name);
        return host.WithPlatformAsync(db =>
            db.ListingChanges.Where(c => c.ListingId == listing).Select(c => c.IndexVersion).SingleAsync());
    }
}
