using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>What the rule judges, read the same way for the choice and for the seller who asks why.</summary>
internal static class BuyBoxCandidates
{
    /// <summary>The live listings of a number, those who were there first in front.</summary>
    public static Task<List<PublishedListing>> ListingsAsync(MarketplaceDb db, string gtin, CancellationToken cancellation) =>
        db.PublishedListings.AsNoTracking().Where(l => l.GroupGtin == gtin && l.IsLive)
            .OrderBy(l => l.FirstPublishedAtUtc).ThenBy(l => l.Id).ToListAsync(cancellation);

    public static async Task<List<BuyBoxCandidate>> ReadAsync(
        MarketplaceDb db, IReadOnlyList<PublishedListing> listings, DateTime now, CancellationToken cancellation)
    {
        var ids = listings.Select(l => l.Id).ToList();
        var since = listings.ToDictionary(l => l.Id, l => l.FirstPublishedAtUtc, StringComparer.Ordinal);
        var (prices, stocks, standings) = (db.OfferPrices, db.OfferStocks, db.SellerStandings);
        var offers = await db.Offers.AsNoTracking().Where(o => o.IsLive && ids.Contains(o.ListingId))
            .Join(standings.Where(s => s.IsOpen), o => o.TenantId, s => s.TenantId, (o, s) => new
            {
                o.TenantId, o.ListingId, o.Id, s.RatingHundredths,
                Available = stocks.Where(x => x.TenantId == o.TenantId && x.OfferId == o.Id).Sum(x => x.OnHand - x.Reserved),
                Prices = prices.Where(p => p.TenantId == o.TenantId && p.OfferId == o.Id).ToList(),
            }).ToListAsync(cancellation);
        return [.. offers.Select(o => new BuyBoxCandidate(
            o.TenantId, o.ListingId, o.Id, o.Available > 0,
            o.Prices.ToDictionary(p => p.CurrencyCode, p => p.MinorAt(now), StringComparer.Ordinal),
            o.RatingHundredths, since[o.ListingId]))];
    }
}
