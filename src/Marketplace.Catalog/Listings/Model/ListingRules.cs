using Marketplace.Catalog.Listings.Review;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Listings.Model;

/// <summary>When a listing waits for the marketplace's eyes: one row, which each publication reads.</summary>
public sealed class ListingRules : IPublishedRow, IVersioned
{
    public const string OnlyId = "listings";
    public const int MaximumWords = 200;
    public const int MaximumWordLength = 60;

    public string Id { get; init; } = OnlyId;
    public ReviewMode Mode { get; set; }
    public int FirstListings { get; set; } = 5;
    /// <summary>A listing that holds one of them waits whatever the mode says.</summary>
    public List<string> WatchedWords { get; set; } = [];
    public long Version { get; set; }
}

internal sealed class ListingRulesMap : IEntityTypeConfiguration<ListingRules>
{
    public void Configure(EntityTypeBuilder<ListingRules> entity)
    {
        entity.ToTable("ListingRules");
        entity.HasKey(r => r.Id);
        entity.Property(r => r.Id).Ascii(12);
        entity.Property(r => r.WatchedWords).AsJson();
    }
}
