using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>Makes a listing's variants those of the draft; a variant keeps its id, and so its price and stock.</summary>
internal static class VariantSync
{
    /// <summary>Answers the variants' ids in the draft's order.</summary>
    public static async Task<Result<IReadOnlyList<string>>> ApplyAsync(
        SellerDb db, Listing listing, IReadOnlyList<VariantDraft> drafts, TimeProvider clock, CancellationToken cancellation)
    {
        var existing = await db.ListingVariants.Where(v => v.ListingId == listing.Id).ToListAsync(cancellation);
        if (await FindTakenAsync(db, listing, drafts, cancellation) is { } taken) return taken;
        await PrepareSkusAsync(db, existing, drafts, cancellation);

        var ids = new List<string>(drafts.Count);
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            var variant = existing.FirstOrDefault(v => v.Id == draft.Id);
            if (draft.Id is not null && variant is null) return ListingErrors.NotFound;
            if (variant is null)
            {
                variant = new ListingVariant
                {
                    TenantId = listing.TenantId, Id = Ids.New(clock), ListingId = listing.Id, Sku = draft.Sku,
                };
                db.Add(variant);
            }

            Fill(variant, draft, i);
            ids.Add(variant.Id);
        }

        db.RemoveRange(existing.Where(v => !ids.Contains(v.Id)));
        return ids;
    }

    public static Error SkuTaken(string field, string sku) => Error.InvalidField(
        "listing.sku-taken", field, $"{sku} is the SKU of another of your listings.");

    private static void Fill(ListingVariant variant, VariantDraft draft, int position)
    {
        (variant.Sku, variant.Gtin) = (draft.Sku.Trim(), Gtin.Normalise(draft.Gtin));
        (variant.OptionValues, variant.WeightGrams) = ([.. draft.OptionValues], draft.WeightGrams);
        (variant.PictureRef, variant.Position) = (draft.PictureRef, position);
    }

    private static async Task<Error?> FindTakenAsync(
        SellerDb db, Listing listing, IReadOnlyList<VariantDraft> drafts, CancellationToken cancellation)
    {
        var skus = drafts.Select(d => d.Sku.Trim()).ToList();
        var taken = await db.ListingVariants.Where(v => v.ListingId != listing.Id && skus.Contains(v.Sku))
            .Select(v => v.Sku).ToListAsync(cancellation);
        var first = skus.FindIndex(taken.Contains);
        return first < 0 ? null : SkuTaken($"Draft.Variants[{first}].Sku", skus[first]);
    }

    /// <summary>Two variants that swap their SKUs would meet at the unique index: they step aside first.</summary>
    private static async Task PrepareSkusAsync(
        SellerDb db, List<ListingVariant> existing, IReadOnlyList<VariantDraft> drafts, CancellationToken cancellation)
    {
        var wanted = drafts.ToLookup(d => d.Sku.Trim(), d => d.Id, StringComparer.Ordinal);
        var inTheWay = existing.Where(v => wanted[v.Sku].Any(id => id != v.Id)).ToList();
        if (inTheWay.Count == 0) return;
        foreach (var variant in inTheWay) variant.Sku = "~" + variant.Id;
        await db.SaveChangesAsync(cancellation);
    }
}
