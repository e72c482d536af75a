using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Sellers.Model;

internal sealed class SellerProfileMap : IEntityTypeConfiguration<SellerProfile>
{
    public void Configure(EntityTypeBuilder<SellerProfile> entity)
    {
        entity.ToTable("SellerProfiles");
        entity.HasKey(p => p.TenantId);
        entity.Property(p => p.Slug).Ascii(40);
        entity.Property(p => p.Name).HasMaxLength(80);
        entity.Property(p => p.Tagline).HasMaxLength(140);
        entity.Property(p => p.About).HasMaxLength(4000);
        entity.Property(p => p.City).HasMaxLength(80);
        entity.Property(p => p.Country).Ascii(2);
        entity.Property(p => p.BrandColour).Ascii(7);
        entity.Property(p => p.LogoRef).Ascii(64);
        entity.Property(p => p.BannerRef).Ascii(64);
        entity.Property(p => p.ReturnsPolicy).HasMaxLength(4000);
        entity.Property(p => p.ShippingPolicy).HasMaxLength(4000);
        entity.ComplexProperty(p => p.Trader, trader =>
        {
            trader.Ignore(t => t.IsComplete);
            trader.Property(t => t.LegalName).HasMaxLength(120);
            trader.Property(t => t.Line1).HasMaxLength(120);
            trader.Property(t => t.Line2).HasMaxLength(120);
            trader.Property(t => t.City).HasMaxLength(80);
            trader.Property(t => t.Region).HasMaxLength(80);
            trader.Property(t => t.Postcode).HasMaxLength(16);
            trader.Property(t => t.Country).HasMaxLength(2).IsUnicode(false);
            trader.Property(t => t.Email).HasMaxLength(256);
            trader.Property(t => t.Phone).HasMaxLength(40);
            trader.Property(t => t.Kind).HasConversion<string>().HasMaxLength(20).IsUnicode(false);
            trader.Property(t => t.RegisterName).HasMaxLength(60);
            trader.Property(t => t.RegisterNumber).HasMaxLength(60);
            trader.Property(t => t.VatId).HasMaxLength(20);
        });
        entity.Ignore(p => p.IsTraceable);
        entity.HasIndex(p => p.Slug).IsUnique();
    }
}

internal sealed class SellerStandingMap : IEntityTypeConfiguration<SellerStanding>
{
    public void Configure(EntityTypeBuilder<SellerStanding> entity)
    {
        entity.ToTable("SellerStandings");
        entity.HasKey(s => s.TenantId);
        entity.HasIndex(s => s.IsOpen);
    }
}
