using System.Globalization;
using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Values;

namespace Marketplace.Catalog.Exchange;

/// <summary>What differs between a listing and its plan, as people read it; nothing means that nothing is to be done.</summary>
internal static class ListingDiff
{
    private const int Shown = 160;

    public static List<FieldChange> Between(ListingDraft? before, ListingDraft after, CategoryTree tree)
    {
        var changes = new List<FieldChange>();
        void Add(string field, string of, string? was, string? now)
        {
            if ((was ?? "") != (now ?? "")) changes.Add(new FieldChange(field, of, Short(was ?? ""), Short(now ?? "")));
        }

        Add(ImportFields.Title, "", before?.Title, after.Title);
        Add(ImportFields.Description, "", before?.Description, after.Description);
        Add(ImportFields.Brand, "", before?.Brand, after.Brand);
        Add(ImportFields.Category, "", CategoryWords.PathOf(tree, before?.CategoryId), CategoryWords.PathOf(tree, after.CategoryId));
        Add(ImportFields.Attributes, "", AttributesText(before?.Attributes), AttributesText(after.Attributes));
        Add(ImportFields.SeoTitle, "", before?.SeoTitle, after.SeoTitle);
        Add(ImportFields.SeoDescription, "", before?.SeoDescription, after.SeoDescription);
        Add("options", "", OptionsText(before?.Options), OptionsText(after.Options));
        Add(ImportFields.Images, "", PicturesText(before?.Pictures), PicturesText(after.Pictures));
        foreach (var variant in after.Variants)
        {
            var old = before?.Variants.FirstOrDefault(v => v.Id == variant.Id);
            Add(ImportFields.Sku, variant.Sku, old?.Sku, variant.Sku);
            Add("options", variant.Sku, old is null ? "" : string.Join(" / ", old.OptionValues), string.Join(" / ", variant.OptionValues));
            Add(ImportFields.Gtin, variant.Sku, old?.Gtin, variant.Gtin);
            Add(ImportFields.WeightGrams, variant.Sku, Number(old?.WeightGrams), Number(variant.WeightGrams));
            Add(ImportFields.VariantImage, variant.Sku, old?.PictureRef, variant.PictureRef);
            foreach (var currency in variant.Prices.Select(p => p.CurrencyCode))
            {
                var (was, now) = (old?.Prices.FirstOrDefault(p => p.CurrencyCode == currency),
                    variant.Prices.First(p => p.CurrencyCode == currency));
                Add(ImportFields.Price, variant.Sku, Money(was?.PriceMinor, currency), Money(now.PriceMinor, currency));
                Add(ImportFields.CompareAt, variant.Sku, Money(was?.CompareAtMinor, currency), Money(now.CompareAtMinor, currency));
            }

            foreach (var count in variant.Stock.Where(s => s.Was != s.Now))
                Add(ImportFields.Stock, variant.Sku, Number(count.Was), Number(count.Now));
        }

        return changes;
    }

    /// <summary>As the column "attributes" says them.</summary>
    public static string AttributesText(IReadOnlyDictionary<string, IReadOnlyList<string>>? attributes) =>
        attributes is null ? "" : string.Join(
        "; ", attributes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={string.Join('|', a.Value)}"));

    private static string OptionsText(IReadOnlyList<ListingOption>? options) =>
        options is null ? "" : string.Join("; ", options.Select(o => $"{o.Name}: {string.Join(", ", o.Values)}"));

    private static string PicturesText(IReadOnlyList<ListingPicture>? pictures) =>
        pictures is null ? "" : string.Join(", ", pictures.Select(p => $"{(p.Ref.Length > 12 ? p.Ref[..12] : p.Ref)} {p.Alt}"));

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Money(long? minor, string currency) => minor is { } amount ? new Amount(amount, currency).ToString() : null;

    private static string Short(string text) => text.Length <= Shown ? text : text[..(Shown - 1)] + "…";
}
