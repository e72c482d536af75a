using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Taxonomy.Contracts;

/// <summary>A place in the tree of what is sold. Its path is kept, so that a branch is one prefix.</summary>
public sealed class Category : IPublishedRow, IVersioned
{
    public const int MaximumDepth = 5;
    public const int MaximumNameLength = 80;

    public required string Id { get; init; }
    public string? ParentId { get; set; }
    public required string Slug { get; set; }
    /// <summary>In English; other locales stand in <see cref="Names"/>.</summary>
    public required string Name { get; set; }
    public Dictionary<string, string> Names { get; set; } = [];
    public string Description { get; set; } = "";
    /// <summary>Ids from the root to this one, joined by "/": <c>a/b/c</c>.</summary>
    public required string Path { get; set; }
    /// <summary>1 for a root.</summary>
    public int Depth { get; set; }
    public int Sort { get; set; }
    /// <summary>What the tax tables call such goods; null takes the parent's.</summary>
    public string? TaxCode { get; set; }
    public string? PictureRef { get; set; }
    /// <summary>Hidden ones keep their listings but leave the menus.</summary>
    public bool IsHidden { get; set; }
    public long Version { get; set; }

    public string NameIn(string locale) =>
        Names.TryGetValue(locale, out var name) || Names.TryGetValue(locale.Split('-')[0], out name) ? name : Name;
}

internal sealed class CategoryMap : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> entity)
    {
        entity.ToTable("Categories");
        entity.HasKey(c => c.Id);
        entity.Property(c => c.Slug).Ascii(100);
        entity.Property(c => c.Name).HasMaxLength(Category.MaximumNameLength);
        entity.Property(c => c.Names).AsJson().HasMaxLength(2000);
        entity.Property(c => c.Description).HasMaxLength(1000);
        entity.Property(c => c.Path).Ascii(200);
        entity.Property(c => c.TaxCode).Ascii(40);
        entity.Property(c => c.PictureRef).Ascii(64);
        entity.HasIndex(c => c.Slug).IsUnique();
        entity.HasIndex(c => c.Path);
        entity.HasIndex(c => new { c.ParentId, c.Sort });
    }
}

/// <summary>A slug that a category once had: its address still leads there.</summary>
public sealed class CategorySlug : IPublishedRow
{
    public required string Slug { get; init; }
    public required string CategoryId { get; set; }
    public required DateTime RetiredAtUtc { get; init; }
}

internal sealed class CategorySlugMap : IEntityTypeConfiguration<CategorySlug>
{
    public void Configure(EntityTypeBuilder<CategorySlug> entity)
    {
        entity.ToTable("CategorySlugs");
        entity.HasKey(s => s.Slug);
        entity.Property(s => s.Slug).Ascii(100);
        entity.HasIndex(s => s.CategoryId);
    }
}
