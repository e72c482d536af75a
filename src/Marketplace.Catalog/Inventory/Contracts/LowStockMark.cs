using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Inventory.Contracts;

/// <summary>At how many free units or fewer a seller calls a variant low; the shop's own mark holds for all without one.</summary>
public sealed class LowStockMark : ITenantRow
{
    /// <summary>The id of the mark that holds for the whole shop.</summary>
    public const string Shop = "shop";

    /// <summary>For a shop that has said nothing.</summary>
    public const int Usual = 3;

    public required string TenantId { get; init; }
    /// <summary>The variant's, or <see cref="Shop"/>.</summary>
    public required string Id { get; init; }
    public required int Units { get; set; }
}

internal sealed class LowStockMarkMap : IEntityTypeConfiguration<LowStockMark>
{
    public void Configure(EntityTypeBuilder<LowStockMark> entity)
    {
        entity.ToTable("LowStockMarks");
        entity.HasTenantKey();
    }
}

public static class LowStockMarkSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<LowStockMark> LowStockMarks => db.Set<LowStockMark>();
    }
}
