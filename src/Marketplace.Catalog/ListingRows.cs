using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Listings.Review;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Catalog.Pricing.Model;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Values;

namespace Marketplace.Catalog;

/// <summary>
/// The rows that saving and publishing a draft leaves behind, made without the messages: a test holds the two against
/// each other. Events are left out: nobody waits for them, and search follows the listings' changes.
/// </summary>
internal sealed class ListingRows(CategoryTree tree, BulkRows writer, string actor)
{
    /// <summary>A draft that could not be published is a fault of whoever made it, and throws.</summary>
    public void Add(string tenantId, string listingId, ListingDraft draft, DateTime at)
    {
        if (Add(tenantId, listingId, draft, at, publish: true) is { Count: > 0 } problems)
            throw new InvalidOperationException($"'{draft.Title}' is not ready: {problems.First().Key} {problems.First().Value[0]}");
    }

    /// <summary>
    /// Published when asked for, ready and let through, else a draft; answers what it lacks, or why it stays one, when it
    /// was to be published.
    /// </summary>
    /// <param name="gates">Null where nobody looks: the platform's own seeding.</param>
    public IReadOnlyDictionary<string, string[]> Add(
        string tenantId, string listingId, ListingDraft draft, DateTime at, bool publish, NewPublications? gates = null)
    {
        var listing = Working(tenantId, listingId, draft, at);
        var text = new ListingText
        {
            TenantId = tenantId, ListingId = listingId, Locale = draft.Locale, Title = draft.Title,
            Description = draft.Description, SeoTitle = draft.SeoTitle, SeoDescription = draft.SeoDescription,
        };
        var variants = draft.Variants.Select((v, i) => Variant(listing, v, i)).ToList();
        var prices = draft.Variants.Zip(variants).SelectMany(p => Prices(p.Second, p.First)).ToList();
        var copy = new WorkingCopy(listing, [text], variants, prices, tree);
        var problems = publish ? Readiness.Problems(listing, copy.Texts, variants, prices, tree) : [];
        var (shut, causes) = publish && problems.Count == 0 && gates is not null ? gates.Judge(copy) : (null, []);
        if (shut is not null) problems[""] = [shut.Message];
        if (causes.Count > 0) problems[""] = [NewPublications.Waits];
        var revision = publish && problems.Count == 0 ? Publish(copy, at) : null;

        writer.Add(listing);
        writer.Add(text);
        foreach (var variant in variants) writer.Add(variant);
        if (revision is not null)
        {
            writer.Add(revision);
            AddPublished(copy, text, revision, at);
        }

        if (causes.Count > 0) AddSubmission(copy, causes, at);
        foreach (var price in prices) AddPrice(price, at);
        foreach (var (variant, wanted) in variants.Zip(draft.Variants)) AddStock(variant, wanted.Stock, at);
        writer.Add(new ListingChange { TenantId = tenantId, ListingId = listingId });
        return problems;
    }

    /// <summary>Hides a listing among rows that are still to be written: it was published and paused.</summary>
    public static void Pause(BulkRows rows, DateTime at)
    {
        foreach (var listing in rows.All.OfType<Listing>()) listing.TryPause(at);
        foreach (var published in rows.All.OfType<PublishedListing>()) published.IsLive = false;
    }

    private void AddSubmission(WorkingCopy copy, List<HoldCause> causes, DateTime at)
    {
        var submission = ReviewGate.New(copy.Listing, at);
        ReviewGate.Send(submission, copy, causes);
        writer.Add(submission);
    }

    private ListingRevision Publish(WorkingCopy copy, DateTime at)
    {
        var listing = copy.Listing;
        var revision = new ListingRevision
        {
            TenantId = listing.TenantId, Id = Ids.From(listing.Id, "revision"), ListingId = listing.Id, Number = 1, AtUtc = at,
            Actor = actor, Snapshot = JsonColumn.Write(RevisionSnapshot.Of(copy)),
        };
        listing.Publish(revision.Id, at);
        // As after one save and one publication.
        listing.Version = 2;
        return revision;
    }

    private Listing Working(string tenantId, string listingId, ListingDraft draft, DateTime at)
    {
        var definitions = tree.AttributesOf(draft.CategoryId);
        return new Listing
        {
            TenantId = tenantId, Id = listingId, ShortId = listingId[^10..], Title = draft.Title, Brand = draft.Brand,
            CategoryId = draft.CategoryId, Pictures = [.. draft.Pictures],
            Attributes = AttributeValues.Read(draft.Attributes, definitions).Values,
            Options = [.. draft.Options.Select(o => o with { AttributeCode = AttributeValues.CodeOf(o.Name, definitions) })],
            CreatedAtUtc = at, ChangedAtUtc = at, Version = 1,
        };
    }

    private static ListingVariant Variant(Listing listing, VariantDraft draft, int position) => new()
    {
        TenantId = listing.TenantId, Id = Ids.From(listing.Id, draft.Sku), ListingId = listing.Id, Sku = draft.Sku,
        Gtin = Gtin.Normalise(draft.Gtin), OptionValues = [.. draft.OptionValues], WeightGrams = draft.WeightGrams,
        PictureRef = draft.PictureRef, Position = position,
    };

    private static IEnumerable<OfferPrice> Prices(ListingVariant variant, VariantDraft draft) =>
        draft.Prices.Select(p => new OfferPrice
        {
            TenantId = variant.TenantId, OfferId = variant.Id, CurrencyCode = p.CurrencyCode, PriceMinor = p.PriceMinor,
            CompareAtMinor = p.CompareAtMinor,
        });

    private void AddPublished(WorkingCopy copy, ListingText text, ListingRevision revision, DateTime at)
    {
        var listing = copy.Listing;
        var category = tree.Find(listing.CategoryId)!;
        writer.Add(new PublishedListing
        {
            TenantId = listing.TenantId, Id = listing.Id, ShortId = listing.ShortId, Slug = Slug.From(listing.Title),
            RevisionId = revision.Id, IsLive = true, Title = listing.Title, Brand = listing.Brand, CategoryId = category.Id,
            CategoryPath = category.Path, TaxCode = category.TaxCode, PictureRef = listing.Pictures.FirstOrDefault()?.Ref,
            Pictures = listing.Pictures, Attributes = listing.Attributes, Options = listing.Options,
            GroupGtin = copy.Variants.Select(v => v.Gtin).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault(),
            PublishedAtUtc = at, FirstPublishedAtUtc = at,
        });
        writer.Add(new PublishedText
        {
            TenantId = listing.TenantId, ListingId = listing.Id, Locale = text.Locale, Title = text.Title,
            DescriptionHtml = Description.ToHtml(text.Description), DescriptionText = Description.ToText(text.Description),
            SeoTitle = text.SeoTitle, SeoDescription = text.SeoDescription,
        });
        foreach (var variant in copy.Variants)
        {
            writer.Add(new Offer
            {
                TenantId = listing.TenantId, Id = variant.Id, ListingId = listing.Id, Sku = variant.Sku, Gtin = variant.Gtin,
                OptionValues = variant.OptionValues, OptionsText = string.Join(" / ", variant.OptionValues),
                Position = variant.Position, WeightGrams = variant.WeightGrams, PictureRef = variant.PictureRef, IsLive = true,
            });
        }
    }

    private void AddPrice(OfferPrice price, DateTime at)
    {
        writer.Add(price);
        writer.Add(new PriceChange
        {
            TenantId = price.TenantId, Id = Ids.From(price.OfferId, price.CurrencyCode), OfferId = price.OfferId,
            CurrencyCode = price.CurrencyCode, PriceMinor = price.PriceMinor, AtUtc = at, Actor = actor,
        });
    }

    private void AddStock(ListingVariant variant, IReadOnlyList<StockDraft> counts, DateTime at)
    {
        foreach (var count in counts.Where(c => c.Now > 0))
        {
            writer.Add(new OfferStock
            {
                TenantId = variant.TenantId, OfferId = variant.Id, LocationId = count.LocationId!, OnHand = count.Now,
            });
            writer.Add(new StockMovement
            {
                TenantId = variant.TenantId, Id = Ids.From(variant.Id, count.LocationId!), OfferId = variant.Id,
                LocationId = count.LocationId!, Kind = MovementKind.Counted, Quantity = count.Now,
                Reference = Ids.From(variant.Id, count.LocationId!), AtUtc = at, Actor = actor,
            });
        }
    }
}
