using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;

namespace Marketplace.Catalog.Listings.Review;

/// <summary>One thing of a listing, as it was and as it shall be.</summary>
/// <param name="Of">What: Title, Brand, Category, Description, SeoTitle, SeoDescription, Attribute, Option, Variant.</param>
/// <param name="Name">Which one where there are several: a locale, an attribute's code, a SKU; else empty.</param>
/// <param name="Before">Null where it was not there.</param>
/// <param name="After">Null where it is taken away.</param>
public sealed record SnapshotChange(SnapshotPart Of, string Name, string? Before, string? After)
{
    /// <summary>Both without what they begin and end with alike, cut between words, so that eyes find the difference.</summary>
    public (string Start, string Removed, string Added, string End) Marked()
    {
        var (before, after) = (Before ?? "", After ?? "");
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start]) start++;
        while (start > 0 && !char.IsWhiteSpace(before[start - 1])) start--;
        var end = 0;
        while (end < before.Length - start && end < after.Length - start && before[^(end + 1)] == after[^(end + 1)]) end++;
        while (end > 0 && !char.IsWhiteSpace(before[^end])) end--;
        return (before[..start], before[start..^end], after[start..^end], before[^end..]);
    }
}

public enum SnapshotPart
{
    Title,
    Brand,
    Category,
    Description,
    SeoTitle,
    SeoDescription,
    Attribute,
    Option,
    Variant,
}

/// <summary>What differs between what buyers see and what a seller wants them to see. Prices are not looked at.</summary>
public static class SnapshotDiff
{
    /// <param name="before">Null: buyers have never seen it, all of it is new.</param>
    public static IReadOnlyList<SnapshotChange> Of(RevisionSnapshot? before, RevisionSnapshot after, CategoryTree tree) =>
        [.. Compare(before, after, tree).Where(c => (c.Before ?? "") != (c.After ?? ""))];

    private static IEnumerable<SnapshotChange> Compare(RevisionSnapshot? before, RevisionSnapshot after, CategoryTree tree)
    {
        yield return new(SnapshotPart.Title, "", before?.Title, after.Title);
        yield return new(SnapshotPart.Brand, "", before?.Brand, after.Brand);
        yield return new(SnapshotPart.Category, "", before is null ? null : Path(before), Path(after));
        foreach (var (name, was, now) in Pairs(before?.Texts, after.Texts, t => t.Locale))
        {
            yield return new(SnapshotPart.Description, name, was?.Description, now?.Description);
            yield return new(SnapshotPart.SeoTitle, name, was?.SeoTitle, now?.SeoTitle);
            yield return new(SnapshotPart.SeoDescription, name, was?.SeoDescription, now?.SeoDescription);
        }

        foreach (var (name, was, now) in Pairs(before?.Attributes, after.Attributes, a => a.Key))
            yield return new(SnapshotPart.Attribute, name, Join(was.Value), Join(now.Value));
        foreach (var (name, was, now) in Pairs(before?.Options, after.Options, o => o.Name))
            yield return new(SnapshotPart.Option, name, Join(was?.Values), Join(now?.Values));
        foreach (var (_, was, now) in Pairs(before?.Variants, after.Variants, v => v.OfferId))
            yield return new(SnapshotPart.Variant, (now ?? was)!.Sku, Line(was), Line(now));

        string Path(RevisionSnapshot s) => tree.Find(s.CategoryId) is null
            ? s.CategoryPath : string.Join(" › ", tree.PathTo(s.CategoryId).Select(c => c.Name));
    }

    private static IEnumerable<(string Name, T? Was, T? Now)> Pairs<T>(
        IEnumerable<T>? before, IEnumerable<T> after, Func<T, string> key)
    {
        var was = (before ?? []).ToDictionary(key, StringComparer.Ordinal);
        var now = after.ToDictionary(key, StringComparer.Ordinal);
        return now.Keys.Concat(was.Keys.Where(k => !now.ContainsKey(k)))
            .Select(k => (k, was.GetValueOrDefault(k), now.GetValueOrDefault(k)));
    }

    private static string? Join(IEnumerable<string>? values) => values is null ? null : string.Join(", ", values);

    private static string? Line(RevisionVariant? variant) => variant is null ? null : string.Join(
        " · ", variant.OptionValues.Prepend(variant.Sku).Append(variant.Gtin).Append($"{variant.WeightGrams} g").OfType<string>());
}
