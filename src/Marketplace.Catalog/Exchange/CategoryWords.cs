using Marketplace.Catalog.Taxonomy.Contracts;

namespace Marketplace.Catalog.Exchange;

/// <summary>A category by what a file calls it: its address, its path ("Home > Mugs"), or a name that only one has.</summary>
internal static class CategoryWords
{
    public static string? Find(CategoryTree tree, string text)
    {
        if (tree.FindBySlug(text.Trim()) is { } bySlug) return bySlug.Id;
        // WooCommerce names several, joined by commas: the first that is known here.
        foreach (var path in (string[])[text, .. text.Split(',')])
        {
            var parts = path.Split(['>', '›'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length == 0) continue;
            var named = tree.All.Where(n => string.Equals(n.Name, parts[^1], StringComparison.OrdinalIgnoreCase)).ToList();
            var exact = named.Where(n => tree.PathTo(n.Id).Select(p => p.Name)
                .SequenceEqual(parts, StringComparer.OrdinalIgnoreCase)).ToList();
            if (exact.Count == 1) return exact[0].Id;
            if (named.Count == 1) return named[0].Id;
        }

        return null;
    }

    public static string PathOf(CategoryTree tree, string? id) => string.Join(" > ", tree.PathTo(id).Select(n => n.Name));
}
