using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Growth.Following.Model;

/// <summary>A person wants to hear of a shop.</summary>
internal sealed class ShopFollow : IPlatformRow
{
    public const int Most = 200;

    public required string BuyerId { get; init; }
    public required string TenantId { get; init; }
    public required DateTime SinceUtc { get; init; }

    /// <summary>Of what was new until then they have heard.</summary>
    public required DateTime ToldUntilUtc { get; init; }
}

internal static class FollowingSets
{
    extension(PlatformDb db)
    {
        public DbSet<ShopFollow> ShopFollows => db.Set<ShopFollow>();
    }
}

internal sealed class ShopFollowMap : IEntityTypeConfiguration<ShopFollow>
{
    public void Configure(EntityTypeBuilder<ShopFollow> entity)
    {
        entity.ToTable("ShopFollows");
        entity.HasKey(f => new { f.BuyerId, f.TenantId });
        entity.HasIndex(f => f.ToldUntilUtc);
        entity.HasIndex(f => f.TenantId);
    }
}
