using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Media.Model;

/// <summary>
/// A picture in a seller's library. The files are shared by content (two sellers with the same picture share them);
/// this row is what says that a seller has it.
/// </summary>
public sealed class MediaAsset : ITenantRow
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    /// <summary>SHA-256 of the master's bytes, in hexadecimal.</summary>
    public required string PictureRef { get; init; }
    public required string FileName { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required DateTime AtUtc { get; init; }
    /// <summary>The small sizes are made by a job; until then the master is served in their place.</summary>
    public bool HasAllSizes { get; set; }
}

internal sealed class MediaAssetMap : IEntityTypeConfiguration<MediaAsset>
{
    public void Configure(EntityTypeBuilder<MediaAsset> entity)
    {
        entity.ToTable("MediaAssets");
        entity.HasTenantKey();
        entity.Property(a => a.PictureRef).Ascii(64);
        entity.Property(a => a.FileName).HasMaxLength(120);
        entity.HasIndex(a => new { a.TenantId, a.PictureRef }).IsUnique();
        entity.HasIndex(a => new { a.HasAllSizes, a.AtUtc });
    }
}

public static class MediaSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<MediaAsset> MediaAssets => db.Set<MediaAsset>();
    }
}
