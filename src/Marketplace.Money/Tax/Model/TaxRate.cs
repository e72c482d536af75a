using Marketplace.Kernel.Data;
using Marketplace.Money.Tax.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Money.Tax.Model;

/// <summary>
/// One rate of a country or one of its regions, for a kind of goods. The most exact one that fits a line is taken:
/// region before country, the line's tax code before <c>standard</c>.
/// </summary>
public sealed class TaxRate : IPublishedRow, IVersioned
{
    public required string Id { get; init; }
    public required string Country { get; set; }
    /// <summary>A state or province; empty for the whole country.</summary>
    public string Region { get; set; } = "";
    public required string TaxCode { get; set; }
    public required string Name { get; set; }
    public required int RateBps { get; set; }
    public required bool PriceIncludesTax { get; set; }
    public required TaxCollector Collector { get; set; }
    public long Version { get; set; }
}

internal sealed class TaxRateMap : IEntityTypeConfiguration<TaxRate>
{
    public void Configure(EntityTypeBuilder<TaxRate> entity)
    {
        entity.ToTable("TaxRates", t => t.HasCheckConstraint("CK_TaxRates_RateBps", "\"RateBps\" >= 0 AND \"RateBps\" <= 10000"));
        entity.HasKey(r => r.Id);
        entity.Property(r => r.Country).Ascii(2);
        entity.Property(r => r.Region).Ascii(8);
        entity.Property(r => r.TaxCode).Ascii(24);
        entity.Property(r => r.Name).HasMaxLength(80);
        entity.HasIndex(r => new { r.Country, r.Region, r.TaxCode }).IsUnique();
    }
}
