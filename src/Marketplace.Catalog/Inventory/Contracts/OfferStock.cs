using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Inventory.Contracts;

/// <summary>
/// How many units lie at one location and how many of them are spoken for. Narrow, and changed only by conditional
/// updates; the CHECKs stand behind them. For sale is <c>OnHand - Reserved</c>.
/// </summary>
public sealed class OfferStock : IPublishedBySeller
{
    public required string TenantId { get; init; }
    public required string OfferId { get; init; }
    public required string LocationId { get; init; }
    public int OnHand { get; init; }
    public int Reserved { get; init; }
}

internal sealed class OfferStockMap : IEntityTypeConfiguration<OfferStock>
{
    public void Configure(EntityTypeBuilder<OfferStock> entity)
    {
        entity.ToTable("OfferStocks", t =>
        {
            t.HasCheckConstraint("CK_OfferStocks_OnHand", "\"OnHand\" >= 0");
            t.HasCheckConstraint("CK_OfferStocks_Reserved", "\"Reserved\" >= 0 AND \"Reserved\" <= \"OnHand\"");
        });
        entity.HasKey(s => new { s.TenantId, s.OfferId, s.LocationId });
        entity.HasIndex(s => s.OfferId);
    }
}

public static class StockSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<OfferStock> OfferStocks => db.Set<OfferStock>();
    }
}
