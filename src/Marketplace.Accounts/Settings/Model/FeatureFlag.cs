using System.Security.Cryptography;
using System.Text;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Settings.Model;

/// <summary>How a feature is switched; without a row it is on.</summary>
internal sealed class FeatureFlag : IPlatformRow, IVersioned
{
    public const int MostSellers = 200;

    /// <summary>Of the <see cref="Feature"/>; a row whose feature is no longer known means nothing.</summary>
    public required string Name { get; init; }
    public FeatureState State { get; set; }

    /// <summary>Of the buyers, in percent.</summary>
    public int Percent { get; set; }
    public List<string> SellerIds { get; set; } = [];
    public DateTime ChangedAtUtc { get; set; }
    public long Version { get; set; }

    public bool IsOn(string? sellerId, string? buyerId) => State switch
    {
        FeatureState.On => true,
        FeatureState.Off => false,
        FeatureState.Some => (sellerId is not null && SellerIds.Contains(sellerId, StringComparer.Ordinal))
            || (buyerId is not null && Place(buyerId) < Percent),
    };

    /// <summary>
    /// From 0 to 99, the same for a buyer whenever it is asked: who has a feature at 10 % keeps it at 20 %. Each feature
    /// draws anew, so that not always the same buyers are first.
    /// </summary>
    private int Place(string buyerId) =>
        (int)(BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{Name}/{buyerId}"))) % 100);
}

internal sealed class FeatureFlagMap : IEntityTypeConfiguration<FeatureFlag>
{
    public void Configure(EntityTypeBuilder<FeatureFlag> entity)
    {
        entity.ToTable("FeatureFlags");
        entity.HasKey(f => f.Name);
        entity.Property(f => f.Name).Ascii(40);
        entity.Property(f => f.SellerIds).AsJson();
    }
}

internal static class FeatureSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<FeatureFlag> FeatureFlags => db.Set<FeatureFlag>();
    }
}
