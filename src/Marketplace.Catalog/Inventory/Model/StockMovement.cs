using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Inventory.Model;

/// <summary>Why the number on hand changed. The sum of an offer's movements at a location is what lies there.</summary>
public sealed class StockMovement : ITenantRow, IAppendOnly
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string OfferId { get; init; }
    public required string LocationId { get; init; }
    public required MovementKind Kind { get; init; }
    /// <summary>Signed.</summary>
    public required int Quantity { get; init; }
    public string Note { get; init; } = "";
    /// <summary>What caused it, once: an order's id, a return's. Makes repeats harmless.</summary>
    public string? Reference { get; init; }
    public required DateTime AtUtc { get; init; }
    public required string Actor { get; init; }
}

internal sealed class StockMovementMap : IEntityTypeConfiguration<StockMovement>
{
    public void Configure(EntityTypeBuilder<StockMovement> entity)
    {
        entity.ToTable("StockMovements");
        entity.HasTenantKey();
        entity.Property(m => m.Note).HasMaxLength(200);
        entity.Property(m => m.Reference).Ascii(80);
        entity.Property(m => m.Actor).Ascii(64);
        entity.HasIndex(m => new { m.TenantId, m.OfferId, m.LocationId, m.Kind, m.Reference }).IsUnique();
        entity.HasIndex(m => new { m.TenantId, m.AtUtc });
    }
}
