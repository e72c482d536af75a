using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Growth.Search.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Orders;
using Marketplace.Sales.Shipping;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Search;

/// <summary>
/// The documents of changed listings, as they are now: content is read after the versions, so that a document may be
/// newer than its version says (its next change says it again) but never older. A listing that is gone becomes a
/// tombstone. At most <see cref="MaximumListings"/>.
/// </summary>
[Internal]
internal sealed record ReadListingDocuments(IReadOnlyList<ListingChange> Changes)
    : IQuery<Result<IReadOnlyList<ListingDocument>>>
{
    public const int MaximumListings = 200;

    /// <summary>What was bought so lately counts as demand.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(30);
}

internal sealed class ReadListingDocumentsHandler(PlatformDb db, ISender sender, TimeProvider clock)
    : IQueryHandler<ReadListingDocuments, Result<IReadOnlyList<ListingDocument>>>
{
    public async ValueTask<Result<IReadOnlyList<ListingDocument>>> Handle(
        ReadListingDocuments query, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            query.Changes.Count, ReadListingDocuments.MaximumListings, nameof(query));
        var (ids, now) = (query.Changes.Select(c => c.ListingId).ToList(), clock.GetUtcNow().UtcDateTime);
        var listings = await db.PublishedListings.AsNoTracking().Where(l => ids.Contains(l.Id))
            .ToDictionaryAsync(l => l.Id, cancellation);
        var shared = await ReadSharedAsync([.. listings.Values], ids, cancellation);
        var own = await ReadOwnAsync(ids, cancellation);
        return query.Changes
            .Select(change => listings.TryGetValue(change.ListingId, out var listing)
                ? DocumentMaker.Make(Join(listing, change.IndexVersion, shared, own, now))
                : ListingDocument.Tombstone(change.ListingId, change.IndexVersion))
            .ToList();
    }

    /// <summary>What several listings of the batch have in common.</summary>
    private async Task<SharedRows> ReadSharedAsync(
        List<PublishedListing> listings, List<string> ids, CancellationToken cancellation)
    {
        var tenants = listings.Select(l => l.TenantId).Distinct().ToList();
        var categories = listings.SelectMany(l => l.CategoryPath.Split('/')).Distinct().ToList();
        return new SharedRows(
            await db.SellerProfiles.AsNoTracking().Where(p => tenants.Contains(p.TenantId))
                .ToDictionaryAsync(p => p.TenantId, cancellation),
            await db.Categories.AsNoTracking().Where(c => categories.Contains(c.Id))
                .ToDictionaryAsync(c => c.Id, cancellation),
            await db.AttributeDefinitions.AsNoTracking().Where(a => categories.Contains(a.CategoryId))
                .ToListAsync(cancellation),
            (await sender.Send(new GetShippingPlaces(tenants), cancellation)).Required(),
            (await sender.Send(
                new GetUnitsSold(tenants, ids, clock.GetUtcNow().UtcDateTime - ReadListingDocuments.Lately), cancellation)).Required());
    }

    private async Task<OwnRows> ReadOwnAsync(List<string> ids, CancellationToken cancellation)
    {
        var offers = await db.Offers.AsNoTracking().Where(o => ids.Contains(o.ListingId) && o.IsLive)
            .OrderBy(o => o.Position).ToListAsync(cancellation);
        var offerIds = offers.Select(o => o.Id).ToList();
        var prices = await db.OfferPrices.AsNoTracking().Where(p => offerIds.Contains(p.OfferId))
            .ToListAsync(cancellation);
        var stock = await db.OfferStocks.AsNoTracking().Where(s => offerIds.Contains(s.OfferId))
            .GroupBy(s => s.OfferId).Select(g => new { g.Key, Available = g.Sum(s => s.OnHand - s.Reserved) })
            .ToDictionaryAsync(g => g.Key, g => g.Available, cancellation);
        var texts = await db.PublishedTexts.AsNoTracking().Where(t => ids.Contains(t.ListingId))
            .OrderBy(t => t.Locale).ToListAsync(cancellation);
        var members = await db.ProductGroupMembers.AsNoTracking().Where(m => ids.Contains(m.ListingId))
            .ToDictionaryAsync(m => m.ListingId, m => m.GroupId, cancellation);
        var groups = members.Values.Distinct().ToList();
        var winners = await db.BuyBoxes.AsNoTracking().Where(b => groups.Contains(b.GroupId))
            .ToDictionaryAsync(b => b.GroupId, b => b.ListingId, cancellation);
        var ratings = await db.ListingRatings.AsNoTracking().Where(r => ids.Contains(r.ListingId))
            .ToDictionaryAsync(r => r.ListingId, cancellation);
        return new OwnRows(
            offers.ToLookup(o => o.ListingId), prices.ToLookup(p => p.OfferId), stock,
            texts.ToLookup(t => t.ListingId), members, winners, ratings);
    }

    private static ListingParts Join(PublishedListing listing, long version, SharedRows shared, OwnRows own, DateTime now)
    {
        var path = listing.CategoryPath.Split('/').Where(shared.Categories.ContainsKey).ToList();
        var group = own.Groups.GetValueOrDefault(listing.Id);
        var rating = own.Ratings.GetValueOrDefault(listing.Id);
        var winner = group is null ? null : own.Winners.GetValueOrDefault(group);
        return new ListingParts
        {
            Listing = listing,
            IndexVersion = version,
            Seller = shared.Sellers.GetValueOrDefault(listing.TenantId),
            Texts = [.. own.Texts[listing.Id]],
            Offers = [.. own.Offers[listing.Id].Select(o => (
                o, own.Available.GetValueOrDefault(o.Id), (IReadOnlyList<OfferPrice>)[.. own.Prices[o.Id]]))],
            Categories = [.. path.Select(id => shared.Categories[id])],
            Attributes = [.. shared.Attributes.Where(a => path.Contains(a.CategoryId))],
            GroupId = group,
            // A group without a chosen offer yet shows all its listings rather than none.
            LosesBuyBox = winner is not null && winner != listing.Id,
            ShippingPlaces = shared.Places.GetValueOrDefault(listing.TenantId) ?? [],
            RatingAverage = rating?.RatingHundredths / 100.0 ?? 0,
            RatingCount = rating?.RatingCount ?? 0,
            Popularity = shared.Sold.GetValueOrDefault(listing.Id),
            AtUtc = now,
        };
    }

    private sealed record SharedRows(
        Dictionary<string, SellerProfile> Sellers,
        Dictionary<string, Category> Categories,
        List<AttributeDefinition> Attributes,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Places,
        IReadOnlyDictionary<string, int> Sold);

    private sealed record OwnRows(
        ILookup<string, Offer> Offers,
        ILookup<string, OfferPrice> Prices,
        Dictionary<string, int> Available,
        ILookup<string, PublishedText> Texts,
        Dictionary<string, string> Groups,
        Dictionary<string, string> Winners,
        Dictionary<string, ListingRating> Ratings);
}
