using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Listings.Review;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>A listing as its seller edits it. Error: <c>listing.not-found</c>.</summary>
[Seller(SellerPermissions.Listings)]
public sealed record GetMyListing(string ListingId, string Locale = ListingDraft.FirstLocale) : IQuery<Result<MyListing>>;

/// <param name="Slug">Its address while buyers see it.</param>
public sealed record MyListing(
    string Id, string ShortId, ListingState State, bool HasChanges, long Version, ListingDraft Draft, string? Slug,
    DateTime ChangedAtUtc, DateTime? PublishedAtUtc, IReadOnlyList<MyRevision> Revisions, DateTime? PublishAtUtc,
    MySubmission? Submission = null)
{
    public string? Url => Slug is null ? null : $"/p/{Slug}-{ShortId}";
}

/// <summary>What the marketplace says of what was last sent to it.</summary>
/// <param name="IsCurrent">Nothing was edited since.</param>
public sealed record MySubmission(SubmissionState State, string Reason, DateTime AtUtc, bool IsCurrent);

public sealed record MyRevision(int Number, DateTime AtUtc, string Actor);

internal sealed class GetMyListingHandler(SellerDb db) : IQueryHandler<GetMyListing, Result<MyListing>>
{
    public async ValueTask<Result<MyListing>> Handle(GetMyListing query, CancellationToken cancellationToken)
    {
        var found = await (
            from l in db.Listings.AsNoTracking()
            where l.Id == query.ListingId
            join s in db.ListingSubmissions on new { l.TenantId, l.Id } equals new { s.TenantId, Id = s.ListingId } into sent
            from s in sent.DefaultIfEmpty()
            select new
            {
                Listing = l, State = (SubmissionState?)s.State, s.Reason, AtUtc = (DateTime?)s.AtUtc, Sent = (long?)s.ListingVersion,
            }).SingleOrDefaultAsync(cancellationToken);
        if (found is null) return ListingErrors.NotFound;
        var listing = found.Listing;
        var submission = found is { State: { } state, AtUtc: { } sentAt }
            ? new MySubmission(state, found.Reason, sentAt, found.Sent == listing.Version) : null;
        var text = await db.ListingTexts.AsNoTracking()
            .SingleOrDefaultAsync(t => t.ListingId == listing.Id && t.Locale == query.Locale, cancellationToken);
        var variants = await VariantsAsync(listing.Id, cancellationToken);
        var slug = await db.PublishedListings
            .Where(p => p.TenantId == listing.TenantId && p.Id == listing.Id && p.IsLive)
            .Select(p => p.Slug).SingleOrDefaultAsync(cancellationToken);
        var revisions = await db.ListingRevisions.Where(r => r.ListingId == listing.Id)
            .OrderByDescending(r => r.Number).Take(10)
            .Select(r => new MyRevision(r.Number, r.AtUtc, r.Actor)).ToListAsync(cancellationToken);
        var draft = new ListingDraft(
            text?.Title ?? listing.Title, text?.Description ?? "", listing.Brand, listing.CategoryId,
            listing.Attributes.ToDictionary(a => a.Key, a => (IReadOnlyList<string>)a.Value, StringComparer.Ordinal),
            listing.Options, variants, listing.Pictures, text?.SeoTitle ?? "", text?.SeoDescription ?? "", query.Locale);
        return new MyListing(
            listing.Id, listing.ShortId, listing.State, listing.HasChanges, listing.Version, draft, slug,
            listing.ChangedAtUtc, listing.PublishedAtUtc, revisions, listing.PublishAtUtc, submission);
    }

    private async Task<List<VariantDraft>> VariantsAsync(string listingId, CancellationToken cancellation)
    {
        // Prices and stock are asked for beside the variants: in one query each price would come with each place.
        var variants = await db.ListingVariants.AsNoTracking().Where(v => v.ListingId == listingId).OrderBy(v => v.Position)
            .ToListAsync(cancellation);
        var ids = variants.Select(v => v.Id).ToList();
        var prices = (await db.OfferPrices.AsNoTracking().Where(p => p.TenantId == db.TenantId && ids.Contains(p.OfferId))
            .OrderBy(p => p.CurrencyCode).ToListAsync(cancellation)).ToLookup(p => p.OfferId, StringComparer.Ordinal);
        var stock = (await db.OfferStocks.AsNoTracking().Where(s => s.TenantId == db.TenantId && ids.Contains(s.OfferId))
            .OrderBy(s => s.LocationId).ToListAsync(cancellation)).ToLookup(s => s.OfferId, StringComparer.Ordinal);
        return [.. variants.Select(v => new VariantDraft(
            v.Id, v.Sku, v.Gtin, v.OptionValues, v.WeightGrams, v.PictureRef,
            [.. prices[v.Id].Select(p => new PriceDraft(p.CurrencyCode, p.PriceMinor, p.CompareAtMinor))],
            [.. stock[v.Id].Select(s => new StockDraft(s.LocationId, s.OnHand, s.OnHand))]))];
    }
}
