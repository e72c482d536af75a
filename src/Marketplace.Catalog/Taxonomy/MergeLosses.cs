using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Taxonomy;

/// <summary>What a merge would hide.</summary>
internal static class MergeLosses
{
    /// <summary>Enough to know what is used; beyond it the counts are lower bounds.</summary>
    private const int MostListings = 10_000;

    /// <summary>
    /// Names of the category's own attributes that its live listings use and the other category cannot show, each with how
    /// many listings use it.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(
        PlatformDb db, string categoryId, string intoPath, CancellationToken cancellation)
    {
        var path = intoPath.Split('/').ToList();
        var own = await db.AttributeDefinitions.AsNoTracking().Where(a => a.CategoryId == categoryId).ToListAsync(cancellation);
        if (own.Count == 0) return [];
        var there = await db.AttributeDefinitions.AsNoTracking().Where(a => path.Contains(a.CategoryId))
            .ToDictionaryAsync(a => a.Code, StringComparer.Ordinal, cancellation);
        var values = await db.PublishedListings.Where(l => l.CategoryId == categoryId && l.IsLive)
            .OrderBy(l => l.Id).Take(MostListings).Select(l => l.Attributes).ToListAsync(cancellation);
        return
        [
            .. own.OrderBy(a => a.Sort).ThenBy(a => a.Name, StringComparer.Ordinal)
                .Select(a => (a.Name, Used: values.Count(v => v.TryGetValue(a.Code, out var said) && !IsShown(there, a, said))))
                .Where(a => a.Used > 0).Select(a => $"{a.Name} ({a.Used})"),
        ];
    }

    private static bool IsShown(Dictionary<string, AttributeDefinition> there, AttributeDefinition own, List<string> said) =>
        there.TryGetValue(own.Code, out var other) && other.Kind == own.Kind
        && (other.Choices.Count == 0 || said.All(value => other.Choices.Any(c => c.Value == value)));
}
