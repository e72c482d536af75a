using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Growth.Visits.Model;

/// <summary>How often a listing's page was opened on a day (UTC). A number: nothing of who opened it is kept.</summary>
internal sealed class ListingViews : IPlatformRow
{
    public required string TenantId { get; init; }
    public required DateOnly Day { get; init; }
    public required string ListingId { get; init; }
    public int Views { get; set; }
}

/// <summary>The same of all of a shop's listings together, so that a first page reads sixty rows and not all of them.</summary>
internal sealed class ShopViews : IPlatformRow
{
    public required string TenantId { get; init; }
    public required DateOnly Day { get; init; }
    public int Views { get; set; }
}

internal static class VisitSets
{
    extension(PlatformDb db)
    {
        public DbSet<ListingViews> ListingViews => db.Set<ListingViews>();
        public DbSet<ShopViews> ShopViews => db.Set<ShopViews>();
    }
}

internal sealed class ListingViewsMap : IEntityTypeConfiguration<ListingViews>
{
    public void Configure(EntityTypeBuilder<ListingViews> entity)
    {
        entity.ToTable("ListingViews");
        entity.HasKey(v => new { v.TenantId, v.Day, v.ListingId });
        entity.HasIndex(v => v.Day);
    }
}

internal sealed class ShopViewsMap : IEntityTypeConfiguration<ShopViews>
{
    public void Configure(EntityTypeBuilder<ShopViews> entity)
    {
        entity.ToTable("ShopViews");
        entity.HasKey(v => new { v.TenantId, v.Day });
        entity.HasIndex(v => v.Day);
    }
}
