using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Growth.Search.Model;

/// <summary>Which facets a page counts, and how they are named when they are shown.</summary>
internal sealed class FacetChoice
{
    private static readonly string[] BuiltIn =
    [
        Contracts.FacetKeys.Category, Contracts.FacetKeys.Brand, Contracts.FacetKeys.Seller, Contracts.FacetKeys.Rating,
    ];

    private readonly Dictionary<string, AttributeDefinition> _attributes;

    public static FacetChoice None { get; } = new([], null);

    public FacetChoice(IReadOnlyList<AttributeDefinition> attributes, SearchListings? query)
    {
        _attributes = attributes.ToDictionary(a => a.Code, StringComparer.Ordinal);
        if (query is null) return;
        var builtIn = BuiltIn.Where(key => query.SellerId is null || key != Contracts.FacetKeys.Seller);
        // A chosen filter is always counted, whether the taxonomy still knows it or not: it must be undoable.
        FacetKeys = [.. builtIn
            .Concat(query.Filters.Select(f => f.Key))
            .Concat(attributes.Where(a => a.Kind != AttributeKind.Number).Select(a => a.Code))
            .Distinct(StringComparer.Ordinal).Take(SearchLimits.MaxFacetKeys)];
        NumberKeys = [.. attributes.Where(a => a.Kind == AttributeKind.Number).Select(a => a.Code)
            .Take(SearchLimits.MaxFacetKeys)];
    }

    public IReadOnlyList<string> FacetKeys { get; } = [];

    public IReadOnlyList<string> NumberKeys { get; } = [];

    public IReadOnlyList<FacetView> View(SearchResult result) =>
    [
        .. result.Facets.Where(f => f.Values.Count > 1 || f.Values.Any(v => v.Selected)).Select(Named),
        .. result.Numbers.Where(n => n.Min < n.Max).Select(Range),
    ];

    private FacetView Named(Facet facet)
    {
        if (!_attributes.TryGetValue(facet.Key, out var attribute))
        {
            return new FacetView(facet.Key, BuiltIn.Contains(facet.Key) ? null : facet.Key, null, facet.Values);
        }

        var labels = attribute.Choices.DistinctBy(c => c.Value)
            .ToDictionary(c => c.Value, c => c.Label, StringComparer.Ordinal);
        return new FacetView(facet.Key, attribute.Name, attribute.Unit,
            [.. facet.Values.Select(v => v with { Label = labels.GetValueOrDefault(v.Value, v.Label) })]);
    }

    private FacetView Range(NumberBounds bounds)
    {
        var attribute = _attributes.GetValueOrDefault(bounds.Key);
        return new FacetView(bounds.Key, attribute?.Name ?? bounds.Key, attribute?.Unit, [], bounds);
    }
}
