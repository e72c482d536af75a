using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Pricing.Contracts;

/// <summary>
/// What one unit of an offer costs in one currency, in whole quanta. An offer without a price in the visitor's
/// currency is not offered. Prices take effect at once; nobody sees them before the listing is published.
/// </summary>
public sealed class OfferPrice : IPublishedBySeller
{
    public required string TenantId { get; init; }
    public required string OfferId { get; init; }
    public required string CurrencyCode { get; init; }
    public required long PriceMinor { get; set; }
    /// <summary>A price before, crossed out; always above the price.</summary>
    public long? CompareAtMinor { get; set; }
}

internal sealed class OfferPriceMap : IEntityTypeConfiguration<OfferPrice>
{
    public void Configure(EntityTypeBuilder<OfferPrice> entity)
    {
        entity.ToTable("OfferPrices", t => t.HasCheckConstraint("CK_OfferPrices_Positive", "\"PriceMinor\" > 0"));
        entity.HasKey(p => new { p.TenantId, p.OfferId, p.CurrencyCode });
        entity.Property(p => p.CurrencyCode).Ascii(3);
        entity.HasIndex(p => new { p.OfferId, p.CurrencyCode });
    }
}

public static class PricingSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<OfferPrice> OfferPrices => db.Set<OfferPrice>();
    }
}
