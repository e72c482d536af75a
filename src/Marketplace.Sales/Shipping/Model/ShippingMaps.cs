using Marketplace.Kernel.Data;
using Marketplace.Sales.Shipping.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Sales.Shipping.Model;

internal static class ShippingSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<ShippingProfile> ShippingProfiles => db.Set<ShippingProfile>();
        public DbSet<ShippingZone> ShippingZones => db.Set<ShippingZone>();
        public DbSet<ShippingMethod> ShippingMethods => db.Set<ShippingMethod>();
    }
}

internal sealed class ShippingProfileMap : IEntityTypeConfiguration<ShippingProfile>
{
    public void Configure(EntityTypeBuilder<ShippingProfile> entity)
    {
        entity.ToTable("ShippingProfiles");
        entity.HasTenantKey();
        entity.Property(p => p.FromCountry).Ascii(2);
        entity.HasIndex(p => p.TenantId).IsUnique();
    }
}

internal sealed class ShippingZoneMap : IEntityTypeConfiguration<ShippingZone>
{
    public void Configure(EntityTypeBuilder<ShippingZone> entity)
    {
        entity.ToTable("ShippingZones");
        entity.HasTenantKey();
        entity.Property(z => z.Name).HasMaxLength(80);
        entity.Property(z => z.Places).HasWords(2000);
    }
}

internal sealed class ShippingMethodMap : IEntityTypeConfiguration<ShippingMethod>
{
    public void Configure(EntityTypeBuilder<ShippingMethod> entity)
    {
        entity.ToTable("ShippingMethods");
        entity.HasTenantKey();
        entity.Property(m => m.Name).HasMaxLength(80);
        entity.Property(m => m.CarrierCode).Ascii(24);
        entity.Property(m => m.RatesJson).HasMaxLength(8000);
        entity.Property(m => m.PickupJson).HasMaxLength(4000);
        entity.HasOne<ShippingZone>().WithMany().HasForeignKey(m => new { m.TenantId, m.ZoneId });
    }
}

internal static class WordLists
{
    /// <summary>Short words without blanks, kept in one column.</summary>
    public static void HasWords(this PropertyBuilder<IReadOnlyList<string>> property, int length) =>
        property.HasMaxLength(length).IsUnicode(false).HasConversion(
            list => string.Join(' ', list),
            text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            new ValueComparer<IReadOnlyList<string>>(
                (left, right) => string.Join(' ', left!) == string.Join(' ', right!),
                list => string.Join(' ', list).GetHashCode(StringComparison.Ordinal), list => list.ToList()));
}
