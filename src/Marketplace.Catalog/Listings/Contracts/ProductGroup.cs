using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Listings.Contracts;

/// <summary>Listings of different sellers that sell the same thing, by GTIN or by an admin's merge.</summary>
public sealed class ProductGroup : IPublishedRow, IVersioned
{
    public required string Id { get; init; }
    public string? Gtin { get; init; }
    public required string Title { get; set; }
    public long Version { get; set; }
}

/// <summary>Which group a listing belongs to; at most one.</summary>
public sealed class ProductGroupMember : IPublishedRow
{
    public required string ListingId { get; init; }
    public required string TenantId { get; init; }
    public required string GroupId { get; set; }
}

/// <summary>The offer that stands for its group: search shows its listing alone, and the product page leads with it.</summary>
public sealed class BuyBox : IPublishedRow
{
    public required string GroupId { get; init; }
    public required string TenantId { get; set; }
    public required string ListingId { get; set; }
    public required string OfferId { get; set; }
    public required DateTime ChosenAtUtc { get; set; }
}

internal sealed class ProductGroupMap : IEntityTypeConfiguration<ProductGroup>
{
    public void Configure(EntityTypeBuilder<ProductGroup> entity)
    {
        entity.ToTable("ProductGroups");
        entity.HasKey(g => g.Id);
        entity.Property(g => g.Gtin).Ascii(14);
        entity.Property(g => g.Title).HasMaxLength(150);
        entity.HasIndex(g => g.Gtin).IsUnique();
    }
}

internal sealed class ProductGroupMemberMap : IEntityTypeConfiguration<ProductGroupMember>
{
    public void Configure(EntityTypeBuilder<ProductGroupMember> entity)
    {
        entity.ToTable("ProductGroupMembers");
        entity.HasKey(m => m.ListingId);
        entity.HasIndex(m => m.GroupId);
    }
}

internal sealed class BuyBoxMap : IEntityTypeConfiguration<BuyBox>
{
    public void Configure(EntityTypeBuilder<BuyBox> entity)
    {
        entity.ToTable("BuyBoxes");
        entity.HasKey(b => b.GroupId);
        entity.HasIndex(b => b.ListingId);
        entity.HasIndex(b => b.TenantId);
    }
}
