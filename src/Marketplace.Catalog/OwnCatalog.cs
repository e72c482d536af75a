using Marketplace.Catalog.Exchange;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Media.Contracts;
using Marketplace.Catalog.Media.Model;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog;

/// <summary>A listing as its seller has it now, for the first language.</summary>
internal sealed record OwnListing(string Id, string ShortId, long Version, ListingState State, bool HasChanges, ListingDraft Draft);

/// <summary>What finds a listing again: its id by SKU, and by the handles that an export or another shop may give it.</summary>
internal sealed record OwnKeys(IReadOnlyDictionary<string, string> BySku, IReadOnlyDictionary<string, string> ByHandle);

/// <summary>Reads a seller's listings whole, hundreds in a handful of queries.</summary>
internal static class OwnCatalog
{
    public const int MaximumPictures = Listing.MaximumPictures;
    public const int MaximumOptions = Listing.MaximumOptions;

    public static string HandleOf(string title, string shortId) => $"{Slug.From(title)}-{shortId}";

    public static async Task<OwnKeys> KeysAsync(SellerDb db, CancellationToken cancellation)
    {
        var skus = await db.ListingVariants.AsNoTracking().Select(v => new { v.Sku, v.ListingId }).ToListAsync(cancellation);
        var titles = await db.Listings.AsNoTracking().OrderBy(l => l.Id)
            .Select(l => new { l.Id, l.Title, l.ShortId }).ToListAsync(cancellation);
        var handles = titles.ToDictionary(t => HandleOf(t.Title, t.ShortId), t => t.Id, StringComparer.OrdinalIgnoreCase);
        // A bare title finds a listing only while it is the only one with it.
        foreach (var one in titles.GroupBy(t => Slug.From(t.Title), StringComparer.Ordinal).Where(g => g.Count() == 1))
            handles.TryAdd(one.Key, one.Single().Id);
        return new OwnKeys(
            skus.GroupBy(s => s.Sku, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(g => g.Key, g => g.First().ListingId, StringComparer.OrdinalIgnoreCase),
            handles);
    }

    public static async Task<List<string>> TakenSkusAsync(SellerDb db, IReadOnlyCollection<string> skus, CancellationToken cancellation)
    {
        var taken = new List<string>();
        foreach (var chunk in skus.Chunk(500))
            taken.AddRange(await db.ListingVariants.Where(v => chunk.Contains(v.Sku)).Select(v => v.Sku).ToListAsync(cancellation));
        return taken;
    }

    /// <summary>The next ids of a part of the catalogue, in their order.</summary>
    public static Task<List<string>> IdsAsync(SellerDb db, ExportPart part, string? after, int count, CancellationToken cancellation)
    {
        var listings = db.Listings.AsNoTracking().Where(l => l.State != ListingState.Archived);
        if (part == ExportPart.Published) listings = listings.Where(l => l.State == ListingState.Published);
        if (part == ExportPart.Drafts) listings = listings.Where(l => l.State == ListingState.Draft);
        if (after is not null) listings = listings.Where(l => string.Compare(l.Id, after) > 0);
        return listings.OrderBy(l => l.Id).Select(l => l.Id).Take(count).ToListAsync(cancellation);
    }

    /// <summary>In no order; ids that are not the seller's are left out.</summary>
    public static async Task<List<OwnListing>> ReadAsync(SellerDb db, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var listings = await db.Listings.AsNoTracking().Where(l => ids.Contains(l.Id)).ToListAsync(cancellation);
        var texts = (await db.ListingTexts.AsNoTracking().Where(t => ids.Contains(t.ListingId) && t.Locale == ListingDraft.FirstLocale)
            .ToListAsync(cancellation)).ToDictionary(t => t.ListingId, StringComparer.Ordinal);
        var variants = (await db.ListingVariants.AsNoTracking().Where(v => ids.Contains(v.ListingId)).OrderBy(v => v.Position)
            .ToListAsync(cancellation)).ToLookup(v => v.ListingId, StringComparer.Ordinal);
        var offers = variants.SelectMany(g => g.Select(v => v.Id)).ToList();
        var prices = (await db.OfferPrices.AsNoTracking().Where(p => p.TenantId == db.TenantId && offers.Contains(p.OfferId))
            .OrderBy(p => p.CurrencyCode).ToListAsync(cancellation)).ToLookup(p => p.OfferId, StringComparer.Ordinal);
        var stock = (await db.OfferStocks.AsNoTracking().Where(s => s.TenantId == db.TenantId && offers.Contains(s.OfferId))
            .OrderBy(s => s.LocationId).ToListAsync(cancellation)).ToLookup(s => s.OfferId, StringComparer.Ordinal);
        return [.. listings.Select(l => new OwnListing(
            l.Id, l.ShortId, l.Version, l.State, l.HasChanges,
                Draft(l, texts.GetValueOrDefault(l.Id), [.. variants[l.Id].Select(v => new VariantDraft(
                v.Id, v.Sku, v.Gtin, v.OptionValues, v.WeightGrams, v.PictureRef,
                [.. prices[v.Id].Select(p => new PriceDraft(p.CurrencyCode, p.PriceMinor, p.CompareAtMinor))],
                [.. stock[v.Id].Select(s => new StockDraft(s.LocationId, s.OnHand, s.OnHand))]))])))];
    }

    /// <summary>Which of these pictures are in the seller's library.</summary>
    public static async Task<HashSet<string>> PicturesAsync(SellerDb db, IReadOnlyCollection<string> refs, CancellationToken cancellation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chunk in refs.Where(PictureSizes.IsRef).Distinct(StringComparer.Ordinal).Chunk(500))
            found.UnionWith(await db.MediaAssets.Where(a => chunk.Contains(a.PictureRef)).Select(a => a.PictureRef)
                .ToListAsync(cancellation));
        return found;
    }

    private static ListingDraft Draft(Listing listing, ListingText? text, IReadOnlyList<VariantDraft> variants) => new(
        text?.Title ?? listing.Title, text?.Description ?? "", listing.Brand, listing.CategoryId,
        listing.Attributes.ToDictionary(a => a.Key, a => (IReadOnlyList<string>)a.Value, StringComparer.Ordinal),
        listing.Options, variants, listing.Pictures, text?.SeoTitle ?? "", text?.SeoDescription ?? "");
}
