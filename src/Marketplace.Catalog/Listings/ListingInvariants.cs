using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Invariants;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

internal sealed class BuyersSeeWhatWasPublished(PlatformDb db) : IInvariant
{
    public string Name => "projection-is-published";

    public string Says => "Buyers see a listing while it is published, as its last publication said, and no other.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var (publishedListings, listings) = (db.PublishedListings, db.Listings);
        var unseen = db.Listings.AsNoTracking()
            .Where(l => l.State == ListingState.Published && !publishedListings.Any(p =>
                p.TenantId == l.TenantId && p.Id == l.Id && p.IsLive && p.RevisionId == l.RevisionId))
            .Select(l => new { l.TenantId, l.Id, Found = "is published, and buyers do not see its last revision" });
        var seen = db.PublishedListings.AsNoTracking()
            .Where(p => p.IsLive && !listings.Any(l =>
                l.TenantId == p.TenantId && l.Id == p.Id && l.State == ListingState.Published))
            .Select(p => new { p.TenantId, p.Id, Found = "is seen by buyers, and not published" });
        var wrong = await unseen.Concat(seen).OrderBy(w => w.TenantId).ThenBy(w => w.Id).Take(Breach.Most).ToListAsync(cancellation);
        return wrong.ConvertAll(w => new Breach($"{w.TenantId} {w.Id}", w.Found));
    }
}

internal sealed class BuyersAreOfferedTheVariants(PlatformDb db) : IInvariant
{
    public string Name => "offers-are-variants";

    public string Says => "What a published listing offers are its variants, while nobody edits it.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var (offers, listingVariants) = (db.Offers, db.ListingVariants);
        var settled = db.Listings.AsNoTracking().Where(l => l.State == ListingState.Published && !l.HasChanges);
        var missing =
            from variant in db.ListingVariants.AsNoTracking()
            join listing in settled on new { variant.TenantId, Id = variant.ListingId } equals new { listing.TenantId, listing.Id }
            where !offers.Any(o => o.TenantId == variant.TenantId && o.Id == variant.Id && o.IsLive && o.Sku == variant.Sku)
            select new { variant.TenantId, variant.Id, Found = "a variant that buyers are not offered as it is" };
        var left =
            from offer in db.Offers.AsNoTracking()
            join listing in settled on new { offer.TenantId, Id = offer.ListingId } equals new { listing.TenantId, listing.Id }
            where offer.IsLive && !listingVariants.Any(v => v.TenantId == offer.TenantId && v.Id == offer.Id)
            select new { offer.TenantId, offer.Id, Found = "an offer of no variant" };
        var wrong = await missing.Concat(left).OrderBy(w => w.TenantId).ThenBy(w => w.Id).Take(Breach.Most).ToListAsync(cancellation);
        return wrong.ConvertAll(w => new Breach($"{w.TenantId} {w.Id}", w.Found));
    }
}
