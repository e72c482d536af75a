using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Taxonomy;

/// <param name="LiveListings">Directly in it, without those below.</param>
public sealed record CategoryRow(
    string Id, string? ParentId, string Name, string Slug, int Depth, int Sort, string? OwnTaxCode, bool IsHidden,
    int LiveListings, string Description, long Version);

/// <summary>The tree for the admin's page, top-down in the order of menus.</summary>
[Admin(AdminPermissions.Catalog)]
public sealed record ListCategories : IQuery<Result<IReadOnlyList<CategoryRow>>>;

internal sealed class ListCategoriesHandler(PlatformDb db) : IQueryHandler<ListCategories, Result<IReadOnlyList<CategoryRow>>>
{
    public async ValueTask<Result<IReadOnlyList<CategoryRow>>> Handle(ListCategories query, CancellationToken cancellationToken)
    {
        var listings = db.PublishedListings;
        var rows = await db.Categories.AsNoTracking()
            .Select(c => new CategoryRow(
                c.Id, c.ParentId, c.Name, c.Slug, c.Depth, c.Sort, c.TaxCode, c.IsHidden,
                listings.Count(l => l.CategoryId == c.Id && l.IsLive), c.Description, c.Version))
            .ToListAsync(cancellationToken);
        var children = rows.OrderBy(r => r.Sort).ThenBy(r => r.Name, StringComparer.Ordinal)
            .ToLookup(r => r.ParentId ?? "", StringComparer.Ordinal);
        var ordered = new List<CategoryRow>(rows.Count);
        Add("");
        return ordered;

        void Add(string parent)
        {
            foreach (var row in children[parent])
            {
                ordered.Add(row);
                Add(row.Id);
            }
        }
    }
}

/// <summary>One category with its own and its inherited attributes. Error: <c>category.not-found</c>.</summary>
[Admin(AdminPermissions.Catalog)]
public sealed record GetCategoryForEditing(string Id) : IQuery<Result<CategoryForEditing>>;

public sealed record CategoryForEditing(
    CategoryRow Category, IReadOnlyList<CategoryAttribute> Own, IReadOnlyList<CategoryAttribute> Inherited,
    IReadOnlyList<CategoryNode> Path);

internal sealed class GetCategoryForEditingHandler(PlatformDb db)
    : IQueryHandler<GetCategoryForEditing, Result<CategoryForEditing>>
{
    public async ValueTask<Result<CategoryForEditing>> Handle(
        GetCategoryForEditing query, CancellationToken cancellationToken)
    {
        var listings = db.PublishedListings;
        var row = await db.Categories.AsNoTracking().Where(c => c.Id == query.Id)
            .Select(c => new CategoryRow(
                c.Id, c.ParentId, c.Name, c.Slug, c.Depth, c.Sort, c.TaxCode, c.IsHidden,
                listings.Count(l => l.CategoryId == c.Id && l.IsLive), c.Description, c.Version))
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null) return TaxonomyErrors.NoSuchCategory;
        var tree = await CategoryTreeReader.ReadAsync(db, cancellationToken);
        return new CategoryForEditing(
            row, tree.OwnAttributesOf(row.Id), [.. tree.AttributesOf(row.ParentId)], tree.PathTo(row.Id));
    }
}
