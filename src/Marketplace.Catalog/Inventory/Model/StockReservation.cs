using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Inventory.Model;

public enum ReservationState
{
    Held,
    /// <summary>Sold: the units have left the stock.</summary>
    Committed,
    Released,
}

/// <summary>Units of one offer at one location that an order holds, from checkout until it is paid or given up.</summary>
public sealed class StockReservation : IPlatformRow
{
    public required string OrderId { get; init; }
    public required string OfferId { get; init; }
    public required string LocationId { get; init; }
    public required string TenantId { get; init; }
    public int Quantity { get; set; }
    /// <summary>How many of the sold units came back.</summary>
    public int Restocked { get; set; }
    public ReservationState State { get; set; }
    public DateTime UntilUtc { get; set; }
}

internal sealed class StockReservationMap : IEntityTypeConfiguration<StockReservation>
{
    public void Configure(EntityTypeBuilder<StockReservation> entity)
    {
        entity.ToTable("StockReservations", t => t.HasCheckConstraint(
            "CK_StockReservations_Quantity", "\"Quantity\" > 0 AND \"Restocked\" >= 0 AND \"Restocked\" <= \"Quantity\""));
        entity.HasKey(r => new { r.OrderId, r.OfferId, r.LocationId });
        entity.HasIndex(r => new { r.TenantId, r.State, r.OfferId });
        entity.HasIndex(r => new { r.State, r.UntilUtc });
    }
}
