using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Growth.Content.Model;

/// <summary>A page of the operator's own as visitors read it now, in one language.</summary>
internal sealed class OwnPage : IPublishedRow, IVersioned
{
    public required string Slug { get; init; }
    public required string Locale { get; init; }
    public required string Title { get; set; }

    /// <summary>For search engines.</summary>
    public string Description { get; set; } = "";

    /// <summary>Markdown.</summary>
    public required string Body { get; set; }

    /// <summary>The revision that this is.</summary>
    public int Number { get; set; }
    public DateTime ChangedAtUtc { get; set; }
    public long Version { get; set; }
}

/// <summary>A page as somebody saved it once; drafts are revisions that were not published.</summary>
internal sealed class PageRevision : IPlatformRow, IAppendOnly
{
    public const int MaximumLength = 100_000;

    public required string Slug { get; init; }
    public required string Locale { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required string Body { get; init; }

    /// <summary>The person's id, or <c>system</c>.</summary>
    public required string By { get; init; }
    public required DateTime AtUtc { get; init; }
}

internal sealed class OwnPageMap : IEntityTypeConfiguration<OwnPage>
{
    public void Configure(EntityTypeBuilder<OwnPage> entity)
    {
        entity.ToTable("OwnPages");
        entity.HasKey(p => new { p.Slug, p.Locale });
        entity.Property(p => p.Slug).Ascii(60);
        entity.Property(p => p.Locale).Ascii(12);
        entity.Property(p => p.Title).HasMaxLength(80);
        entity.Property(p => p.Description).HasMaxLength(200);
        entity.Property(p => p.Body).HasMaxLength(PageRevision.MaximumLength);
    }
}

internal sealed class PageRevisionMap : IEntityTypeConfiguration<PageRevision>
{
    public void Configure(EntityTypeBuilder<PageRevision> entity)
    {
        entity.ToTable("PageRevisions");
        entity.HasKey(r => new { r.Slug, r.Locale, r.Number });
        entity.Property(r => r.Slug).Ascii(60);
        entity.Property(r => r.Locale).Ascii(12);
        entity.Property(r => r.Title).HasMaxLength(80);
        entity.Property(r => r.Description).HasMaxLength(200);
        entity.Property(r => r.Body).HasMaxLength(PageRevision.MaximumLength);
        entity.Property(r => r.By).Ascii(64);
    }
}

internal static class PageSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<OwnPage> OwnPages => db.Set<OwnPage>();
        public DbSet<PageRevision> PageRevisions => db.Set<PageRevision>();
    }
}
