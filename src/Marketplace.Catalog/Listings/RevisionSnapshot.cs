using Marketplace.Catalog.Listings.Contracts;

namespace Marketplace.Catalog.Listings;

/// <summary>What a revision keeps: enough to show for ever what was offered.</summary>
public sealed record RevisionSnapshot(
    string Title, string Brand, string CategoryId, string CategoryPath, string TaxCode,
    IReadOnlyDictionary<string, List<string>> Attributes, IReadOnlyList<ListingOption> Options,
    IReadOnlyList<ListingPicture> Pictures, IReadOnlyList<RevisionText> Texts, IReadOnlyList<RevisionVariant> Variants)
{
    internal static RevisionSnapshot Of(WorkingCopy copy)
    {
        var listing = copy.Listing;
        var category = copy.Tree.Find(listing.CategoryId)!;
        return new RevisionSnapshot(
            listing.Title, listing.Brand, category.Id, category.Path, category.TaxCode, listing.Attributes,
            listing.Options, listing.Pictures,
            [.. copy.Texts.Select(t => new RevisionText(t.Locale, t.Title, t.Description, t.SeoTitle, t.SeoDescription))],
            [.. copy.Variants.Select(v => new RevisionVariant(
                v.Id, v.Sku, v.Gtin, v.OptionValues, v.WeightGrams, v.PictureRef,
                [.. copy.Prices.Where(p => p.OfferId == v.Id)
                    .Select(p => new PriceDraft(p.CurrencyCode, p.PriceMinor, p.CompareAtMinor))]))]);
    }
}

public sealed record RevisionText(string Locale, string Title, string Description, string SeoTitle, string SeoDescription);

public sealed record RevisionVariant(
    string OfferId, string Sku, string? Gtin, IReadOnlyList<string> OptionValues, int WeightGrams, string? PictureRef,
    IReadOnlyList<PriceDraft> Prices);
