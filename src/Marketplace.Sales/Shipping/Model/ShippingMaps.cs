using System.Text.Json;
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
        public DbSet<Carrier> Carriers => db.Set<Carrier>();
    }
}

internal sealed class ShippingProfileMap : IEntityTypeConfiguration<ShippingProfile>
{
    public void Configure(EntityTypeBuilder<ShippingProfile> entity)
    {
        entity.HasTenantKey();
        entity.Property(p => p.FromCountry).Ascii(2);
        entity.HasIndex(p => p.TenantId).IsUnique();
    }
}

internal sealed class ShippingZoneMap : IEntityTypeConfiguration<ShippingZone>
{
    public void Configure(EntityTypeBuilder<ShippingZone> entity)
    {
        entity.HasTenantKey();
        entity.Property(z => z.Name).HasMaxLength(80);
        entity.Property(z => z.Places).HasJson(2000);
    }
}

internal sealed class ShippingMethodMap : IEntityTypeConfiguration<ShippingMethod>
{
    public void Configure(EntityTypeBuilder<ShippingMethod> entity)
    {
        entity.HasTenantKey();
        entity.Property(m => m.Name).HasMaxLength(80);
        entity.Property(m => m.CarrierCode).Ascii(24);
        entity.Property(m => m.Rates).HasJson(8000);
        entity.HasOne<ShippingZone>().WithMany().HasForeignKey(m => new { m.TenantId, m.ZoneId });
    }
}

internal sealed class CarrierMap : IEntityTypeConfiguration<Carrier>
{
    public void Configure(EntityTypeBuilder<Carrier> entity)
    {
        entity.HasKey(c => c.Code);
        entity.Property(c => c.Code).Ascii(24);
        entity.Property(c => c.Name).HasMaxLength(60);
        entity.Property(c => c.TrackingUrl).HasMaxLength(200);
        entity.HasData(KnownCarriers.All);
    }
}

internal static class JsonColumns
{
    /// <summary>A small list read and written as a whole.</summary>
    public static void HasJson<T>(this PropertyBuilder<IReadOnlyList<T>> property, int length) =>
        property.HasMaxLength(length).HasConversion(
            list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<List<T>>(text, JsonSerializerOptions.Default)!,
            new ValueComparer<IReadOnlyList<T>>(
                (left, right) => JsonSerializer.Serialize(left, JsonSerializerOptions.Default)
                    == JsonSerializer.Serialize(right, JsonSerializerOptions.Default),
                list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default).GetHashCode(StringComparison.Ordinal),
                list => list.ToList()));
}
