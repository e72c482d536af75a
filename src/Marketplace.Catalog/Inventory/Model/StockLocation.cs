using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Inventory.Model;

/// <summary>Where a seller keeps goods. Each seller has at least one, made with the first stock.</summary>
public sealed class StockLocation : ITenantRow, IVersioned
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string Name { get; set; }
    public string City { get; set; } = "";
    public string Country { get; set; } = "";
    public int Sort { get; set; }
    /// <summary>A closed one keeps its history; it takes no new goods.</summary>
    public bool IsClosed { get; set; }
    public long Version { get; set; }
}

internal sealed class StockLocationMap : IEntityTypeConfiguration<StockLocation>
{
    public void Configure(EntityTypeBuilder<StockLocation> entity)
    {
        entity.ToTable("StockLocations");
        entity.HasTenantKey();
        entity.Property(l => l.Name).HasMaxLength(60);
        entity.Property(l => l.City).HasMaxLength(80);
        entity.Property(l => l.Country).Ascii(2);
        entity.HasIndex(l => new { l.TenantId, l.Name }).IsUnique();
    }
}
