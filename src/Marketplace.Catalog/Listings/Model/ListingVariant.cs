using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Listings.Model;

/// <summary>One buyable form of a listing. Its price and stock hang on its id, which is the offer's.</summary>
public sealed class ListingVariant : ITenantRow
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string ListingId { get; init; }
    /// <summary>Unique for the seller.</summary>
    public required string Sku { get; set; }
    public string? Gtin { get; set; }
    public List<string> OptionValues { get; set; } = [];
    public int WeightGrams { get; set; }
    public string? PictureRef { get; set; }
    public int Position { get; set; }
}

internal sealed class ListingVariantMap : IEntityTypeConfiguration<ListingVariant>
{
    public void Configure(EntityTypeBuilder<ListingVariant> entity)
    {
        entity.ToTable("ListingVariants");
        entity.HasTenantKey();
        entity.Property(v => v.Sku).HasMaxLength(64);
        entity.Property(v => v.Gtin).Ascii(14);
        entity.Property(v => v.OptionValues).AsJson().HasMaxLength(400);
        entity.Property(v => v.PictureRef).Ascii(64);
        entity.HasIndex(v => new { v.TenantId, v.Sku }).IsUnique();
        entity.HasIndex(v => new { v.TenantId, v.ListingId, v.Position });
        entity.HasOne<Listing>().WithMany().HasForeignKey(v => new { v.TenantId, v.ListingId });
    }
}

/// <summary>
/// What was published, whole and for ever: order lines point here, so that what was bought can be shown even after
/// the listing has changed.
/// </summary>
public sealed class ListingRevision : ITenantRow, IAppendOnly
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string ListingId { get; init; }
    /// <summary>1, 2, 3 … within the listing.</summary>
    public required int Number { get; init; }
    public required DateTime AtUtc { get; init; }
    public required string Actor { get; init; }
    /// <summary>A <c>RevisionSnapshot</c> as JSON.</summary>
    public required string Snapshot { get; init; }
}

internal sealed class ListingRevisionMap : IEntityTypeConfiguration<ListingRevision>
{
    public void Configure(EntityTypeBuilder<ListingRevision> entity)
    {
        entity.ToTable("ListingRevisions");
        entity.HasTenantKey();
        entity.Property(r => r.Actor).Ascii(64);
        entity.HasIndex(r => new { r.TenantId, r.ListingId, r.Number }).IsUnique();
    }
}
