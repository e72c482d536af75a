namespace Marketplace.Catalog.Taxonomy.Contracts;

/// <summary>A category as menus and pages read it.</summary>
public sealed record CategoryNode(
    string Id, string? ParentId, string Slug, string Name, IReadOnlyDictionary<string, string> Names, string Description,
    string Path, int Depth, int Sort, string TaxCode, string? PictureRef, bool IsHidden)
{
    public string NameIn(string locale) =>
        Names.TryGetValue(locale, out var name) || Names.TryGetValue(locale.Split('-')[0], out name) ? name : Name;
}

/// <summary>An attribute as it applies to a category, own or from above.</summary>
public sealed record CategoryAttribute(
    string Id, string CategoryId, string Code, string Name, AttributeKind Kind, string? Unit, bool IsRequired, bool IsFilter,
    bool IsVariantOption, IReadOnlyList<AttributeChoice> Choices, int Sort, long Version)
{
    public string LabelOf(string value) => Kind switch
    {
        AttributeKind.Select or AttributeKind.MultiSelect =>
            Choices.FirstOrDefault(c => c.Value == value)?.Label ?? value,
        AttributeKind.Boolean => value == "true" ? "Yes" : "No",
        AttributeKind.Number => Unit is null ? value : $"{value} {Unit}",
        AttributeKind.Text => value,
    };
}

/// <summary>The whole tree at one moment; immutable, shared by all requests.</summary>
public sealed class CategoryTree
{
    private readonly Dictionary<string, CategoryNode> _byId;
    private readonly Dictionary<string, CategoryNode> _bySlug;
    private readonly ILookup<string, CategoryNode> _children;
    private readonly ILookup<string, CategoryAttribute> _attributes;
    private readonly IReadOnlyDictionary<string, string> _oldSlugs;

    internal CategoryTree(
        IEnumerable<CategoryNode> nodes, IEnumerable<CategoryAttribute> attributes, IReadOnlyDictionary<string, string> oldSlugs)
    {
        _byId = nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
        _bySlug = _byId.Values.ToDictionary(n => n.Slug, StringComparer.Ordinal);
        _children = _byId.Values.OrderBy(n => n.Sort).ThenBy(n => n.Name, StringComparer.Ordinal)
            .ToLookup(n => n.ParentId ?? "", StringComparer.Ordinal);
        _attributes = attributes.OrderBy(a => a.Sort).ThenBy(a => a.Name, StringComparer.Ordinal)
            .ToLookup(a => a.CategoryId, StringComparer.Ordinal);
        _oldSlugs = oldSlugs;
    }

    public static CategoryTree Empty { get; } = new([], [], new Dictionary<string, string>());

    public IEnumerable<CategoryNode> All => _byId.Values;

    public IEnumerable<CategoryNode> Roots => _children[""];

    public IEnumerable<CategoryNode> ChildrenOf(string id) => _children[id];

    public CategoryNode? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>By an address, also one it had before: compare its slug to know.</summary>
    public CategoryNode? FindBySlug(string slug) =>
        _bySlug.GetValueOrDefault(slug) ?? Find(_oldSlugs.GetValueOrDefault(slug));

    /// <summary>From the root to the category itself.</summary>
    public IReadOnlyList<CategoryNode> PathTo(string? id) =>
        Find(id) is { } node ? [.. node.Path.Split('/').Select(Find).OfType<CategoryNode>()] : [];

    /// <summary>What a listing of the category says about itself: attributes from the root down.</summary>
    public IReadOnlyList<CategoryAttribute> AttributesOf(string? id) => [.. PathTo(id).SelectMany(n => _attributes[n.Id])];

    public IReadOnlyList<CategoryAttribute> OwnAttributesOf(string id) => [.. _attributes[id]];
}
