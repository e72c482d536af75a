using Marketplace.App.Seeding.Bulk;
using Marketplace.App.Seeding.Model;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.App.Seeding.Steps;

/// <summary>The tree of categories with the attributes of its leaves.</summary>
internal sealed class SeedTaxonomy(SeedSender sender, SeedPictures pictures)
{
    public async Task<CategoryTree> RunAsync(DemoWorld world, CancellationToken cancellation)
    {
        var there = await sender.ReadAsync(db => db.Categories.AsNoTracking()
            .ToDictionaryAsync(c => c.Slug, StringComparer.Ordinal, cancellation));
        var described = (await sender.ReadAsync(db => db.AttributeDefinitions.AsNoTracking()
            .Select(a => a.CategoryId + "/" + a.Code).ToListAsync(cancellation))).ToHashSet(StringComparer.Ordinal);
        var attributes = world.Platform.Attributes.ToDictionary(a => a.Key, StringComparer.Ordinal);

        await sender.BulkAsync(writer =>
        {
            AddBranch(null, world.Platform.Categories);
            return Task.CompletedTask;

            void AddBranch(Category? parent, IReadOnlyList<CategorySeed> children)
            {
                foreach (var (child, i) in children.Select((c, i) => (c, i)))
                {
                    if (!there.TryGetValue(child.Slug, out var category))
                        writer.Add(category = Row(parent, child, i, pictures.Ref(Cover(world, child))));
                    foreach (var (use, n) in (child.Attributes ?? []).Select((a, n) => (a, n)))
                        if (!described.Contains($"{category.Id}/{use.Key}")) writer.Add(Row(category.Id, attributes[use.Key], use, n));
                    AddBranch(category, child.Children ?? []);
                }
            }
        }, null, cancellation);
        await sender.SendAsync(Caller.System, new ForgetCategoryTree(), cancellation);
        return await sender.AskAsync(Caller.System, new ReadCategoryTree(), cancellation);
    }

    private static Category Row(Category? parent, CategorySeed seed, int position, string? picture)
    {
        var id = Ids.From("demo", "category", seed.Slug);
        return new Category
        {
            Id = id, ParentId = parent?.Id, Slug = seed.Slug, Name = seed.Name, Description = seed.Description,
            Path = parent is null ? id : $"{parent.Path}/{id}", Depth = (parent?.Depth ?? 0) + 1, Sort = (position + 1) * 10,
            TaxCode = seed.TaxClass, PictureRef = picture,
        };
    }

    private static AttributeDefinition Row(string categoryId, AttributeSeed seed, CategoryAttributeSeed use, int position) => new()
    {
        Id = Ids.From("demo", "attribute", categoryId, seed.Key), CategoryId = categoryId, Code = seed.Key, Name = seed.Name,
        Kind = KindOf(seed), Unit = seed.Unit, IsRequired = use.Required, IsFilter = use.Filter, IsVariantOption = use.Variant,
        Choices = [.. (seed.Values ?? []).Select(v => new AttributeChoice(v, v))], Sort = (position + 1) * 10,
    };

    private static AttributeKind KindOf(AttributeSeed attribute) => attribute.Type switch
    {
        "select" => AttributeKind.Select,
        "multiselect" => AttributeKind.MultiSelect,
        "number" => AttributeKind.Number,
        "boolean" => AttributeKind.Boolean,
        "text" => AttributeKind.Text,
        _ => throw new InvalidOperationException($"The attribute '{attribute.Key}' has the type '{attribute.Type}'."),
    };

    /// <summary>The first picture of the best known listing in the category or below it.</summary>
    private static string? Cover(DemoWorld world, CategorySeed category)
    {
        var branch = category.Branch().Select(c => c.Slug).ToHashSet(StringComparer.Ordinal);
        return world.Shops.SelectMany(s => s.Listings).Where(l => branch.Contains(l.Category))
            .OrderByDescending(l => l.RatingCount).SelectMany(l => l.Images).FirstOrDefault()?.Image;
    }
}
