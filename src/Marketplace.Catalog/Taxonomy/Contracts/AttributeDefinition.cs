using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Taxonomy.Contracts;

public enum AttributeKind
{
    Text,
    Number,
    Select,
    MultiSelect,
    Boolean,
}

/// <param name="Value">Stable: what listings keep and filters ask for.</param>
/// <param name="Label">What people read.</param>
public sealed record AttributeChoice(string Value, string Label);

/// <summary>
/// What a listing of a category (and of all below it) says about itself. Listings keep the values by
/// <see cref="Code"/> as words: a number in invariant form, "true" or "false", the choices' values.
/// </summary>
public sealed class AttributeDefinition : IPublishedRow, IVersioned
{
    public const int MaximumChoices = 200;

    public required string Id { get; init; }
    public required string CategoryId { get; set; }
    /// <summary>Unique along the path from the root; never changes.</summary>
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required AttributeKind Kind { get; init; }
    /// <summary>Shown after a number: "cm", "W".</summary>
    public string? Unit { get; set; }
    public bool IsRequired { get; set; }
    public bool IsFilter { get; set; }
    /// <summary>Suggested as an option of variants (colour, size).</summary>
    public bool IsVariantOption { get; set; }
    public List<AttributeChoice> Choices { get; set; } = [];
    public int Sort { get; set; }
    public long Version { get; set; }
}

internal sealed class AttributeDefinitionMap : IEntityTypeConfiguration<AttributeDefinition>
{
    public void Configure(EntityTypeBuilder<AttributeDefinition> entity)
    {
        entity.ToTable("AttributeDefinitions");
        entity.HasKey(a => a.Id);
        entity.Property(a => a.Code).Ascii(40);
        entity.Property(a => a.Name).HasMaxLength(60);
        entity.Property(a => a.Unit).HasMaxLength(16);
        entity.Property(a => a.Choices).AsJson();
        entity.HasIndex(a => new { a.CategoryId, a.Code }).IsUnique();
    }
}
