using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Listings.Contracts;

/// <summary>One buyable variant of a published listing; its id is the variant's.</summary>
public sealed class Offer : IPublishedBySeller
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string ListingId { get; init; }
    public required string Sku { get; set; }
    public string? Gtin { get; set; }
    /// <summary>One value for each of the listing's options, in their order.</summary>
    public List<string> OptionValues { get; set; } = [];
    /// <summary>"Red / M"; empty for a listing without options.</summary>
    public string OptionsText { get; set; } = "";
    public int Position { get; set; }
    public int WeightGrams { get; set; }
    public string? PictureRef { get; set; }
    /// <summary>False once the variant is gone or its listing is not shown.</summary>
    public bool IsLive { get; set; }
}

internal sealed class OfferMap : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> entity)
    {
        entity.ToTable("Offers");
        entity.HasTenantKey();
        entity.Property(o => o.Sku).HasMaxLength(64);
        entity.Property(o => o.Gtin).Ascii(14);
        entity.Property(o => o.OptionValues).AsJson().HasMaxLength(400);
        entity.Property(o => o.OptionsText).HasMaxLength(200);
        entity.Property(o => o.PictureRef).Ascii(64);
        entity.HasIndex(o => o.Id);
        entity.HasIndex(o => new { o.TenantId, o.ListingId, o.Position });
        entity.HasIndex(o => o.ListingId);
        entity.HasOne<PublishedListing>().WithMany().HasForeignKey(o => new { o.TenantId, o.ListingId });
    }
}
