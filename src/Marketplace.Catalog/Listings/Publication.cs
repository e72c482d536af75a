using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>Writes what buyers see, in the seller's running transaction: revision, projection, texts, offers.</summary>
internal sealed class Publication(SellerDb db, EventBuffer events, CallerAccessor caller, TimeProvider clock)
{
    public async Task WriteAsync(WorkingCopy copy, CancellationToken cancellation)
    {
        var (listing, now) = (copy.Listing, clock.GetUtcNow().UtcDateTime);
        var revision = Revise(copy, now);
        listing.Publish(revision.Id, now);
        var published = await db.PublishedListings
            .SingleOrDefaultAsync(l => l.TenantId == listing.TenantId && l.Id == listing.Id, cancellation);
        var groupBefore = published is { IsLive: true } ? published.GroupGtin : null;
        published = Project(copy, published, revision.Id, now);
        await ProjectTextsAsync(copy, cancellation);
        await ProjectOffersAsync(copy, cancellation);
        await db.SaveChangesAsync(cancellation);

        await ListingChanges.BumpAsync(db, [(listing.TenantId, listing.Id)], cancellation);
        Tell(events, clock, published, groupBefore);
    }

    /// <summary>Shows or hides the projection as it is: pausing, resuming, archiving.</summary>
    public Task ShowAsync(Listing listing, bool isLive, CancellationToken cancellation) =>
        ShowAsync(db, events, clock, listing, isLive, cancellation);

    /// <summary>The same by whoever may write the shop's rows: itself, or the platform.</summary>
    public static async Task ShowAsync(
        MarketplaceDb db, EventBuffer events, TimeProvider clock, Listing listing, bool isLive, CancellationToken cancellation)
    {
        var published = await db.PublishedListings
            .SingleOrDefaultAsync(l => l.TenantId == listing.TenantId && l.Id == listing.Id, cancellation);
        if (published is null || published.IsLive == isLive) return;
        published.IsLive = isLive;
        await ListingChanges.BumpAsync(db, [(listing.TenantId, listing.Id)], cancellation);
        Tell(events, clock, published, published.GroupGtin);
    }

    private static void Tell(EventBuffer events, TimeProvider clock, PublishedListing published, string? groupBefore)
    {
        var version = clock.GetUtcNow().UtcTicks;
        foreach (var gtin in new[] { published.GroupGtin, groupBefore }.OfType<string>().Distinct(StringComparer.Ordinal))
            events.Publish(new ProductGroupTouched(gtin), ProductGroupTouched.KeyOf(gtin), version);
        events.Publish(
            new ListingShown(published.TenantId, published.Id, published.Title, published.IsLive), published.Id, version,
            published.TenantId);
    }

    private ListingRevision Revise(WorkingCopy copy, DateTime now)
    {
        var listing = copy.Listing;
        var revision = new ListingRevision
        {
            TenantId = listing.TenantId, Id = Ids.New(clock), ListingId = listing.Id, Number = listing.Revisions + 1,
            AtUtc = now, Actor = caller.Caller.Actor, Snapshot = JsonColumn.Write(RevisionSnapshot.Of(copy)),
        };
        db.Add(revision);
        return revision;
    }

    private PublishedListing Project(WorkingCopy copy, PublishedListing? row, string revisionId, DateTime now)
    {
        var listing = copy.Listing;
        var category = copy.Tree.Find(listing.CategoryId)!;
        if (row is null)
        {
            row = new PublishedListing
            {
                TenantId = listing.TenantId, Id = listing.Id, ShortId = listing.ShortId, Slug = "", RevisionId = revisionId,
                Title = "", CategoryId = category.Id, CategoryPath = category.Path, TaxCode = category.TaxCode,
                PublishedAtUtc = now, FirstPublishedAtUtc = now,
            };
            db.Add(row);
        }

        (row.Slug, row.Title, row.Brand) = (Slug.From(listing.Title), listing.Title, listing.Brand);
        (row.RevisionId, row.IsLive, row.PublishedAtUtc) = (revisionId, true, now);
        (row.CategoryId, row.CategoryPath, row.TaxCode) = (category.Id, category.Path, category.TaxCode);
        (row.Pictures, row.PictureRef) = (listing.Pictures, listing.Pictures.FirstOrDefault()?.Ref);
        (row.Attributes, row.Options) = (listing.Attributes, listing.Options);
        // A listing belongs to one group at most: the first of its numbers decides, the same one every time.
        row.GroupGtin = copy.Variants.Select(v => v.Gtin).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();
        return row;
    }

    private async Task ProjectTextsAsync(WorkingCopy copy, CancellationToken cancellation)
    {
        var listing = copy.Listing;
        var existing = await db.PublishedTexts
            .Where(t => t.TenantId == listing.TenantId && t.ListingId == listing.Id).ToListAsync(cancellation);
        foreach (var text in copy.Texts)
        {
            var row = existing.SingleOrDefault(t => t.Locale == text.Locale);
            if (row is null)
            {
                row = new PublishedText
                {
                    TenantId = listing.TenantId, ListingId = listing.Id, Locale = text.Locale, Title = "",
                    DescriptionHtml = "", DescriptionText = "",
                };
                db.Add(row);
            }

            (row.Title, row.SeoTitle, row.SeoDescription) = (text.Title, text.SeoTitle, text.SeoDescription);
            row.DescriptionHtml = Description.ToHtml(text.Description);
            row.DescriptionText = Description.ToText(text.Description);
        }
    }

    private async Task ProjectOffersAsync(WorkingCopy copy, CancellationToken cancellation)
    {
        var listing = copy.Listing;
        var existing = await db.Offers
            .Where(o => o.TenantId == listing.TenantId && o.ListingId == listing.Id).ToListAsync(cancellation);
        foreach (var gone in existing.Where(o => copy.Variants.All(v => v.Id != o.Id))) gone.IsLive = false;
        foreach (var variant in copy.Variants)
        {
            var offer = existing.SingleOrDefault(o => o.Id == variant.Id);
            if (offer is null)
            {
                offer = new Offer { TenantId = listing.TenantId, Id = variant.Id, ListingId = listing.Id, Sku = "" };
                db.Add(offer);
            }

            (offer.Sku, offer.Gtin, offer.IsLive, offer.Position) = (variant.Sku, variant.Gtin, true, variant.Position);
            (offer.OptionValues, offer.OptionsText) = (variant.OptionValues, string.Join(" / ", variant.OptionValues));
            (offer.WeightGrams, offer.PictureRef) = (variant.WeightGrams, variant.PictureRef);
        }
    }
}
