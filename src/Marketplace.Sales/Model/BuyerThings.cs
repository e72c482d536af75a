using Marketplace.Kernel.Data;
using Marketplace.Sales.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Sales.Model;

/// <summary>An address that a person keeps, so that it is typed once.</summary>
internal sealed class SavedAddress : IPlatformRow
{
    public const int Most = 20;

    public required string Id { get; init; }
    public required string BuyerId { get; init; }
    public required Address Address { get; set; }
    public string? Phone { get; set; }
    public required DateTime AddedAtUtc { get; init; }

    /// <summary>
    /// The one preferred last is the default: two choices at once leave one default, and when it goes the one before it
    /// takes its place. Never chosen: the beginning of time.
    /// </summary>
    public required DateTime PreferredAtUtc { get; set; }
}

/// <summary>A listing that a buyer, guests included, wants to find again.</summary>
internal sealed class SavedItem : IPlatformRow
{
    /// <summary>As many as the catalogue shows cards of at once.</summary>
    public const int Most = 200;

    public required string BuyerId { get; init; }
    public required string ListingId { get; init; }
    public required DateTime SavedAtUtc { get; init; }
}

internal static class BuyerThings
{
    extension(PlatformDb db)
    {
        public DbSet<SavedAddress> SavedAddresses => db.Set<SavedAddress>();
        public DbSet<SavedItem> SavedItems => db.Set<SavedItem>();
    }
}

internal sealed class SavedAddressMap : IEntityTypeConfiguration<SavedAddress>
{
    public void Configure(EntityTypeBuilder<SavedAddress> entity)
    {
        entity.ToTable("SavedAddresses");
        entity.HasKey(a => a.Id);
        entity.Property(a => a.Phone).HasMaxLength(40);
        entity.ComplexProperty(a => a.Address).HasAddress();
        entity.HasIndex(a => new { a.BuyerId, a.PreferredAtUtc });
    }
}

internal sealed class SavedItemMap : IEntityTypeConfiguration<SavedItem>
{
    public void Configure(EntityTypeBuilder<SavedItem> entity)
    {
        entity.ToTable("SavedItems");
        entity.HasKey(i => new { i.BuyerId, i.ListingId });
        entity.HasIndex(i => new { i.BuyerId, i.SavedAtUtc });
    }
}
