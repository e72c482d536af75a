using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Taxonomy.Contracts;

/// <summary>The tree for menus, breadcrumbs and filters; at most five seconds old.</summary>
[Anyone]
public sealed record GetCategoryTree : IQuery<Result<CategoryTree>>;

/// <summary>The tree as it is now, for those who edit it.</summary>
[Internal]
public sealed record ReadCategoryTree : IQuery<Result<CategoryTree>>;

internal sealed class GetCategoryTreeHandler(CategoryTreeCache cache, BuyerDb db)
    : IQueryHandler<GetCategoryTree, Result<CategoryTree>>
{
    public async ValueTask<Result<CategoryTree>> Handle(GetCategoryTree query, CancellationToken cancellationToken) =>
        await cache.GetAsync(() => CategoryTreeReader.ReadAsync(db, cancellationToken));
}

internal sealed class ReadCategoryTreeHandler(PlatformDb db) : IQueryHandler<ReadCategoryTree, Result<CategoryTree>>
{
    public async ValueTask<Result<CategoryTree>> Handle(ReadCategoryTree query, CancellationToken cancellationToken) =>
        await CategoryTreeReader.ReadAsync(db, cancellationToken);
}

internal static class CategoryTreeReader
{
    /// <summary>Where neither a category nor one above it names a tax code.</summary>
    public const string DefaultTaxCode = "standard";

    public static async Task<CategoryTree> ReadAsync(MarketplaceDb db, CancellationToken cancellation)
    {
        var categories = await db.Categories.AsNoTracking().ToListAsync(cancellation);
        var byId = categories.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var attributes = await db.AttributeDefinitions.AsNoTracking().ToListAsync(cancellation);
        var old = await db.CategorySlugs.AsNoTracking().ToDictionaryAsync(s => s.Slug, s => s.CategoryId, cancellation);
        return new CategoryTree(
            categories.Select(c => new CategoryNode(
                c.Id, c.ParentId, c.Slug, c.Name, c.Names, c.Description, c.Path, c.Depth, c.Sort, TaxCodeOf(c, byId),
                c.PictureRef, c.IsHidden)),
            attributes.Select(a => new CategoryAttribute(
                a.Id, a.CategoryId, a.Code, a.Name, a.Kind, a.Unit, a.IsRequired, a.IsFilter, a.IsVariantOption,
                a.Choices, a.Sort, a.Version)),
            old);
    }

    private static string TaxCodeOf(Category category, Dictionary<string, Category> byId)
    {
        for (var c = category; c is not null; c = c.ParentId is null ? null : byId.GetValueOrDefault(c.ParentId))
        {
            if (c.TaxCode is { Length: > 0 } code) return code;
        }

        return DefaultTaxCode;
    }
}

/// <summary>One tree a process. Five seconds, because other processes learn of a change only by reading again.</summary>
public sealed class CategoryTreeCache(TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(5);

    private (CategoryTree Tree, long At)? _kept;

    internal async Task<CategoryTree> GetAsync(Func<Task<CategoryTree>> read)
    {
        if (_kept is { } kept && clock.GetElapsedTime(kept.At) < Life) return kept.Tree;
        var tree = await read();
        _kept = (tree, clock.GetTimestamp());
        return tree;
    }

    internal void Forget() => _kept = null;
}

/// <summary>Sent after a change has been committed: this process reads the tree anew at once.</summary>
[Internal]
public sealed record ForgetCategoryTree : ICommand<Result>;

internal sealed class ForgetCategoryTreeHandler(CategoryTreeCache cache) : ICommandHandler<ForgetCategoryTree, Result>
{
    public ValueTask<Result> Handle(ForgetCategoryTree command, CancellationToken cancellationToken)
    {
        cache.Forget();
        return ValueTask.FromResult(Result.Success());
    }
}

internal sealed class ForgetCategoryTreeOnChange : IConsume<CategoriesChanged>
{
    public IEnumerable<ICommand<Result>> On(CategoriesChanged happened) => [new ForgetCategoryTree()];
}
