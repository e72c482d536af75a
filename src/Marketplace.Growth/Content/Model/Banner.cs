using Marketplace.Growth.Content.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Growth.Content.Model;

/// <summary>Something that the home page says for a time: at its top in place of the standing hero, or between its rows.</summary>
internal sealed class Banner : IPublishedRow, IVersioned
{
    public const int Most = 50;

    public required string Id { get; init; }
    public BannerPlace Place { get; set; }
    public required string Title { get; set; }
    public string Text { get; set; } = "";
    public string LinkText { get; set; } = "";

    /// <summary>A path of this platform; empty: no link.</summary>
    public string Href { get; set; } = "";

    /// <summary>Content hash, as listings' pictures have; empty: no picture.</summary>
    public string PictureRef { get; set; } = "";
    public string PictureAlt { get; set; } = "";

    /// <summary>Null: at once.</summary>
    public DateTime? FromUtc { get; set; }

    /// <summary>Null: until it is taken away.</summary>
    public DateTime? UntilUtc { get; set; }
    public long Version { get; set; }
}

internal sealed class BannerMap : IEntityTypeConfiguration<Banner>
{
    public void Configure(EntityTypeBuilder<Banner> entity)
    {
        entity.ToTable("Banners");
        entity.HasKey(b => b.Id);
        entity.Property(b => b.Title).HasMaxLength(80);
        entity.Property(b => b.Text).HasMaxLength(300);
        entity.Property(b => b.LinkText).HasMaxLength(40);
        entity.Property(b => b.Href).HasMaxLength(300);
        entity.Property(b => b.PictureRef).Ascii(64);
        entity.Property(b => b.PictureAlt).HasMaxLength(200);
    }
}
