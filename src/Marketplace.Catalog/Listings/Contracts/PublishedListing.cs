using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Listings.Contracts;

/// <param name="Ref">The picture's content hash: <c>/media/{ref}/{width}.webp</c>.</param>
public sealed record ListingPicture(string Ref, string Alt);

/// <summary>An axis of variants: "Colour" with "Red", "Blue".</summary>
public sealed record ListingOption(string Name, List<string> Values, string? AttributeCode = null);

/// <summary>
/// What everybody may see of a listing: written by its seller in the transaction that publishes, and gone from view
/// (not deleted) when it is paused or archived. Prices, stock, rating and suspension are rows of their own.
/// </summary>
public sealed class PublishedListing : IPublishedBySeller
{
    public required string TenantId { get; init; }
    /// <summary>The listing's id.</summary>
    public required string Id { get; init; }
    /// <summary>Ends the address <c>/p/{slug}-{shortId}</c>: an old slug still leads here.</summary>
    public required string ShortId { get; init; }
    public required string Slug { get; set; }
    public required string RevisionId { get; set; }
    public bool IsLive { get; set; }
    /// <summary>In the seller's first language; others are <see cref="PublishedText"/> rows.</summary>
    public required string Title { get; set; }
    public string Brand { get; set; } = "";
    public required string CategoryId { get; set; }
    /// <summary>Ids from the root, joined by "/".</summary>
    public required string CategoryPath { get; set; }
    public required string TaxCode { get; set; }
    /// <summary>The first picture; what cards show.</summary>
    public string? PictureRef { get; set; }
    public List<ListingPicture> Pictures { get; set; } = [];
    /// <summary>Values by attribute code, as words.</summary>
    public Dictionary<string, List<string>> Attributes { get; set; } = [];
    public List<ListingOption> Options { get; set; } = [];
    /// <summary>14 digits; listings of several sellers with the same one are one product group.</summary>
    public string? GroupGtin { get; set; }
    public required DateTime PublishedAtUtc { get; set; }
    public required DateTime FirstPublishedAtUtc { get; set; }
}

internal sealed class PublishedListingMap : IEntityTypeConfiguration<PublishedListing>
{
    public void Configure(EntityTypeBuilder<PublishedListing> entity)
    {
        entity.ToTable("PublishedListings");
        entity.HasTenantKey();
        entity.Property(l => l.ShortId).Ascii(12);
        entity.Property(l => l.Slug).Ascii(120);
        entity.Property(l => l.Title).HasMaxLength(150);
        entity.Property(l => l.Brand).HasMaxLength(80);
        entity.Property(l => l.CategoryPath).Ascii(200);
        entity.Property(l => l.TaxCode).Ascii(40);
        entity.Property(l => l.PictureRef).Ascii(64);
        entity.Property(l => l.Pictures).AsJson();
        entity.Property(l => l.Attributes).AsJson();
        entity.Property(l => l.Options).AsJson();
        entity.Property(l => l.GroupGtin).Ascii(14);
        entity.HasIndex(l => l.ShortId).IsUnique();
        entity.HasIndex(l => l.Id);
        entity.HasIndex(l => new { l.PublishedAtUtc, l.Id });
        entity.HasIndex(l => l.GroupGtin);
        entity.HasIndex(l => new { l.CategoryId, l.IsLive });
    }
}

/// <summary>A published listing's words in one locale ("en", "de").</summary>
public sealed class PublishedText : IPublishedBySeller
{
    public required string TenantId { get; init; }
    public required string ListingId { get; init; }
    public required string Locale { get; init; }
    public required string Title { get; set; }
    /// <summary>Safe to show as it is: made from the seller's words by <c>Description.ToHtml</c>.</summary>
    public required string DescriptionHtml { get; set; }
    /// <summary>The same without marks, for the search engine and previews.</summary>
    public required string DescriptionText { get; set; }
    public string SeoTitle { get; set; } = "";
    public string SeoDescription { get; set; } = "";
}

internal sealed class PublishedTextMap : IEntityTypeConfiguration<PublishedText>
{
    public void Configure(EntityTypeBuilder<PublishedText> entity)
    {
        entity.ToTable("PublishedTexts");
        entity.HasKey(t => new { t.TenantId, t.ListingId, t.Locale });
        entity.Property(t => t.Locale).Ascii(12);
        entity.Property(t => t.Title).HasMaxLength(150);
        entity.Property(t => t.SeoTitle).HasMaxLength(70);
        entity.Property(t => t.SeoDescription).HasMaxLength(170);
    }
}
