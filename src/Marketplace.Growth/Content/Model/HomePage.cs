using Marketplace.Growth.Content.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Growth.Content.Model;

/// <summary>What the platform says on its home page and in its main menu: one row.</summary>
internal sealed class HomePage : IPublishedRow, IVersioned
{
    public const string OnlyId = "home";
    public const int MostBlocks = 12;

    public string Id { get; init; } = OnlyId;
    public HomeHero Hero { get; set; } = HomeHero.Empty;
    public List<HomeLink> Navigation { get; set; } = [];
    /// <summary>Sellers presented as "shops to know", in this order.</summary>
    public List<string> ShopIds { get; set; } = [];
    /// <summary>The blocks below the hero by <see cref="HomeBlocks"/>; empty: as a platform begins.</summary>
    public List<string> Order { get; set; } = [];

    /// <summary>Addresses of the operator's own pages in the footer, in this order.</summary>
    public List<string> Footer { get; set; } = [];
    public long Version { get; set; }
}

/// <summary>A shelf with a page of its own, <c>/collections/{slug}</c>.</summary>
internal sealed class Collection : IPublishedRow, IVersioned
{
    public const int MostListings = 60;

    public required string Slug { get; init; }
    public required string Title { get; set; }
    public string Lead { get; set; } = "";
    public int Position { get; set; }

    /// <summary>Chosen by hand, in this order; empty where a rule chooses.</summary>
    public List<string> ListingIds { get; set; } = [];
    public CollectionRule Rule { get; set; } = CollectionRule.None;

    /// <summary>By currency, in minor units.</summary>
    public Dictionary<string, long> PriceCaps { get; set; } = [];
    public long Version { get; set; }
}

internal sealed class HomePageMap : IEntityTypeConfiguration<HomePage>
{
    public void Configure(EntityTypeBuilder<HomePage> entity)
    {
        entity.ToTable("HomePages");
        entity.HasKey(h => h.Id);
        entity.Property(h => h.Hero).AsJson();
        entity.Property(h => h.Navigation).AsJson();
        entity.Property(h => h.ShopIds).AsJson();
        entity.Property(h => h.Order).AsJson();
        entity.Property(h => h.Footer).AsJson();
    }
}

internal sealed class CollectionMap : IEntityTypeConfiguration<Collection>
{
    public void Configure(EntityTypeBuilder<Collection> entity)
    {
        entity.ToTable("Collections");
        entity.HasKey(c => c.Slug);
        entity.Property(c => c.Slug).Ascii(60);
        entity.Property(c => c.Title).HasMaxLength(80);
        entity.Property(c => c.Lead).HasMaxLength(200);
        entity.Property(c => c.ListingIds).AsJson();
        entity.Property(c => c.Rule).AsJson();
        entity.Property(c => c.PriceCaps).AsJson();
    }
}

internal static class ContentSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<HomePage> HomePages => db.Set<HomePage>();
        public DbSet<Collection> Collections => db.Set<Collection>();
        public DbSet<Banner> Banners => db.Set<Banner>();
    }
}
