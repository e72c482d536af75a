using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Growth.Search.Model;

/// <summary>
/// The taxonomy's filters, held for half a minute: they change by an admin's hand only, and every search needs them.
/// </summary>
internal sealed class FilterAttributes(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private readonly Held<Snapshot> _held =
        new(TimeSpan.FromSeconds(30), clock, cancellation => ReadAsync(scopes, cancellation));

    /// <summary>
    /// What can be filtered by on a page: in a category its own filters and those of the categories above it, without
    /// one the whole taxonomy's. Attributes of one code are one filter.
    /// </summary>
    public async ValueTask<IReadOnlyList<AttributeDefinition>> ForAsync(
        string? categoryId, CancellationToken cancellation)
    {
        var snapshot = await _held.GetAsync(cancellation);
        if (categoryId is null) return [.. snapshot.All.DistinctBy(a => a.Code)];
        var path = snapshot.Paths.GetValueOrDefault(categoryId) ?? [];
        return [.. snapshot.All.Where(a => path.Contains(a.CategoryId)).DistinctBy(a => a.Code)];
    }

    public void Dispose() => _held.Dispose();

    private static async Task<Snapshot> ReadAsync(IServiceScopeFactory scopes, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var all = await db.AttributeDefinitions.AsNoTracking()
            .Where(a => a.IsFilter && a.Kind != AttributeKind.Text)
            .OrderBy(a => a.Sort).ThenBy(a => a.Code).ToListAsync(cancellation);
        var paths = await db.Categories.AsNoTracking().Select(c => new { c.Id, c.Path }).ToListAsync(cancellation);
        return new Snapshot(all, paths.ToDictionary(c => c.Id, c => c.Path.Split('/')));
    }

    private sealed record Snapshot(List<AttributeDefinition> All, Dictionary<string, string[]> Paths);
}
