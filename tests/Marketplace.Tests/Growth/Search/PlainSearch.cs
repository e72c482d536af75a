using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Tests.Growth.Search;

/// <summary>
/// The port's filter rules once more, as plainly as they can be written: a facet's count of a value is the number of
/// listings found when the facet's own filter is replaced by that value alone. Slow, and obviously right.
/// </summary>
internal static class PlainSearch
{
    public static List<ListingDocument> Find(IEnumerable<ListingDocument> all, SearchRequest ask) =>
        [.. all.Where(d => Passes(d, ask))];

    public static Dictionary<string, int> Counts(IReadOnlyList<ListingDocument> all, SearchRequest ask, string key) =>
        all.SelectMany(d => ValuesOf(d, key)).Distinct()
            .Select(value => (value, Count: Find(all, Choose(ask, key, value)).Count))
            .Where(c => c.Count > 0 || ask.Filters.Any(f => f.Key == key && f.Values.Contains(c.value)))
            .ToDictionary(c => c.value, c => c.Count);

    public static (long, long)? Bounds(IReadOnlyList<ListingDocument> all, SearchRequest ask)
    {
        var prices = Find(all, ask with { Price = null }).Select(d => PriceOf(d, ask)!.MinMinor).ToList();
        return prices.Count == 0 ? null : (prices.Min(), prices.Max());
    }

    private static SearchRequest Choose(SearchRequest ask, string key, string value) => ask with
    {
        Filters = [.. ask.Filters.Where(f => f.Key != key), new FacetFilter(key, [value])],
    };

    private static bool Passes(ListingDocument d, SearchRequest ask) =>
        d.Status == IndexStatus.Active
        && !ask.HiddenSellerIds.Contains(d.Seller.Id)
        && (ask.SellerId is null || ask.SellerId == d.Seller.Id)
        && (ask.CategoryId is null || d.CategoryPath.Any(c => c.Id == ask.CategoryId))
        && (!ask.InStockOnly || d.InStock)
        && (ask.Country is null || d.ShipsTo.Contains(ask.Country) || d.ShipsTo.Contains(ListingDocument.Everywhere))
        && PriceOf(d, ask) is { } price
        && (ask.Price is null || (price.MaxMinor >= (ask.Price.FromMinor ?? 0)
            && price.MinMinor <= (ask.Price.ToMinor ?? long.MaxValue)))
        && (ask.MinRating is null || (float)d.RatingAverage >= ask.MinRating)
        && ask.Numbers.All(n => d.Numbers.Any(v =>
            v.Key == n.Key && v.Value >= (n.From ?? double.MinValue) && v.Value <= (n.To ?? double.MaxValue)))
        && (d.IsBuyBox || ask.SellerId is not null || ask.Filters.Any(f => f.Key == FacetKeys.Seller))
        && Variants(d).Any(variant => ask.Filters.All(f => f.Values.Any(value => variant.Contains((f.Key, value)))));

    private static IEnumerable<HashSet<(string, string)>> Variants(ListingDocument d)
    {
        var own = d.Attributes.Select(a => (a.Key, a.Value))
            .Concat(d.CategoryPath.Select(c => (FacetKeys.Category, c.Id)))
            .Append((FacetKeys.Seller, d.Seller.Id))
            .Concat(d.Brand is { } brand ? [(FacetKeys.Brand, brand)] : []).ToList();
        return d.InStockVariants.DefaultIfEmpty(new VariantOptions([]))
            .Select(v => own.Concat(v.Options.Select(o => (o.Key, o.Value))).ToHashSet());
    }

    private static IEnumerable<string> ValuesOf(ListingDocument d, string key) =>
        Variants(d).SelectMany(v => v).Where(t => t.Item1 == key).Select(t => t.Item2);

    private static IndexedPrice? PriceOf(ListingDocument d, SearchRequest ask) =>
        d.Prices.FirstOrDefault(p => p.Currency == ask.Currency);
}
