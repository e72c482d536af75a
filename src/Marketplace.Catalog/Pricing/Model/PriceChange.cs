using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Pricing.Model;

/// <summary>A price as it was from a moment on: what the lowest price of the last 30 days is read from.</summary>
public sealed class PriceChange : ITenantRow, IAppendOnly
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string OfferId { get; init; }
    public required string CurrencyCode { get; init; }
    /// <summary>Null: from then on not offered in this currency.</summary>
    public long? PriceMinor { get; init; }
    public required DateTime AtUtc { get; init; }
    public required string Actor { get; init; }
}

internal sealed class PriceChangeMap : IEntityTypeConfiguration<PriceChange>
{
    public void Configure(EntityTypeBuilder<PriceChange> entity)
    {
        entity.ToTable("PriceChanges");
        entity.HasTenantKey();
        entity.Property(c => c.CurrencyCode).Ascii(3);
        entity.Property(c => c.Actor).Ascii(64);
        entity.HasIndex(c => new { c.TenantId, c.OfferId, c.CurrencyCode, c.AtUtc });
    }
}
