using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Money.Commissions.Model;
using Marketplace.Money.Tax.Model;
using Marketplace.Sales.Shipping.Model;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.App.Practice;

/// <summary>
/// Copies what a sale of one shop needs into another database: the platform's settings, categories, taxes and rules, the
/// shop and its newest listings. Nothing of its orders, its money or its payout account, and nothing of anybody else.
/// The source is only read.
/// </summary>
internal sealed class CopyShop(PlatformDb from, PlatformDb to, string tenantId)
{
    public const int MaximumListings = 8;
    private const int MaximumRows = 5000;

    /// <summary>False where the shop has nothing published.</summary>
    public async Task<bool> RunAsync(DateTime now, CancellationToken cancellation)
    {
        var listings = await from.PublishedListings.AsNoTracking().Where(l => l.TenantId == tenantId && l.IsLive)
            .OrderByDescending(l => l.Id).Take(MaximumListings).ToListAsync(cancellation);
        if (listings.Count == 0) return false;
        await PlatformAsync(cancellation);
        await ShopAsync(now, cancellation);
        await ListingsAsync(listings, cancellation);
        await to.SaveChangesAsync(cancellation);
        return true;
    }

    private async Task PlatformAsync(CancellationToken cancellation)
    {
        await CopyAsync(from.Set<PlatformSettings>().OrderBy(s => s.Id), cancellation);
        await CopyAsync(from.Set<Category>().OrderBy(c => c.Id), cancellation);
        await CopyAsync(from.Set<AttributeDefinition>().OrderBy(a => a.Id), cancellation);
        await CopyAsync(from.Set<TaxRate>().OrderBy(r => r.Id), cancellation);
        await CopyAsync(
            from.Set<CommissionRule>().Where(r => r.TenantId == null || r.TenantId == tenantId).OrderBy(r => r.Id), cancellation);
    }

    /// <summary>Open, whatever it is in earnest, with an account at the practice bank to come.</summary>
    private async Task ShopAsync(DateTime now, CancellationToken cancellation)
    {
        var seller = to.Add(await from.Sellers.AsNoTracking().SingleAsync(s => s.Id == tenantId, cancellation));
        seller.Entity.PayoutAccountId = null;
        (seller.Entity.PayoutsReady, seller.Entity.PayoutRequirementsJson) = (false, "");
        seller.Property(s => s.State).CurrentValue = SellerState.Approved;
        var profile = await from.SellerProfiles.AsNoTracking().SingleAsync(p => p.TenantId == tenantId, cancellation);
        profile.CertifiedAtUtc ??= now;
        to.Add(profile);
        to.Add(new SellerStanding { TenantId = tenantId, IsOpen = true, ChangedAtUtc = now });
        await CopyAsync(from.Set<ShippingProfile>().Where(p => p.TenantId == tenantId).OrderBy(p => p.Id), cancellation);
        await CopyAsync(from.Set<ShippingZone>().Where(z => z.TenantId == tenantId).OrderBy(z => z.Id), cancellation);
        await CopyAsync(from.Set<ShippingMethod>().Where(m => m.TenantId == tenantId).OrderBy(m => m.Id), cancellation);
        await CopyAsync(from.LowStockMarks.Where(m => m.TenantId == tenantId).OrderBy(m => m.Id), cancellation);
        await CopyAsync(from.StockLocations.Where(l => l.TenantId == tenantId).OrderBy(l => l.Id), cancellation);
    }

    private async Task ListingsAsync(IReadOnlyList<PublishedListing> listings, CancellationToken cancellation)
    {
        var ids = listings.Select(l => l.Id).ToList();
        var revisions = listings.Select(l => l.RevisionId).ToList();
        to.AddRange(listings);
        to.AddRange(ids.Select(id => new ListingChange { TenantId = tenantId, ListingId = id }));
        await CopyAsync(from.Listings.Where(l => l.TenantId == tenantId && ids.Contains(l.Id)).OrderBy(l => l.Id), cancellation);
        await CopyAsync(
            from.Set<ListingRevision>().Where(r => r.TenantId == tenantId && revisions.Contains(r.Id)).OrderBy(r => r.Id), cancellation);
        await CopyAsync(
            from.PublishedTexts.Where(t => t.TenantId == tenantId && ids.Contains(t.ListingId)).OrderBy(t => t.ListingId), cancellation);
        var offers = await CopyAsync(
            from.Offers.Where(o => o.TenantId == tenantId && ids.Contains(o.ListingId) && o.IsLive).OrderBy(o => o.Id), cancellation);
        var offerIds = offers.ConvertAll(o => o.Id);
        await CopyAsync(
            from.ListingVariants.Where(v => v.TenantId == tenantId && ids.Contains(v.ListingId)).OrderBy(v => v.Id), cancellation);
        await CopyAsync(
            from.OfferPrices.Where(p => p.TenantId == tenantId && offerIds.Contains(p.OfferId)).OrderBy(p => p.OfferId), cancellation);
        var stocks = await from.OfferStocks.AsNoTracking().Where(s => s.TenantId == tenantId && offerIds.Contains(s.OfferId))
            .OrderBy(s => s.OfferId).Take(MaximumRows).ToListAsync(cancellation);
        // Nobody practises with an empty shelf, and nothing that real buyers hold is missing from this one.
        to.AddRange(stocks.Select(s => new OfferStock
        {
            TenantId = s.TenantId, OfferId = s.OfferId, LocationId = s.LocationId, OnHand = Math.Max(s.OnHand, 20),
        }));
    }

    private async Task<List<T>> CopyAsync<T>(IQueryable<T> rows, CancellationToken cancellation) where T : class
    {
        var read = await rows.AsNoTracking().Take(MaximumRows).ToListAsync(cancellation);
        to.AddRange(read);
        return read;
    }
}
