using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Growth.BackInStock.Model;

/// <summary>
/// An address wants to hear once when a sold-out variant can be bought again. Kept for a while after it was told, so that
/// its link still ends it.
/// </summary>
internal sealed class StockRequest : IPlatformRow
{
    public required string Id { get; init; }
    public required string TenantId { get; init; }
    public required string OfferId { get; init; }
    /// <summary>In small letters: one request of an address for a variant.</summary>
    public required string Email { get; init; }
    /// <summary>Who asked, signed in; null for an address that somebody typed.</summary>
    public string? BuyerId { get; init; }
    public required DateTime AskedAtUtc { get; set; }
    /// <summary>When the address said that it wants this; null: its mail with the link has not been answered.</summary>
    public DateTime? ConfirmedAtUtc { get; set; }
    public DateTime? ToldAtUtc { get; set; }
}

internal static class BackInStockSets
{
    extension(PlatformDb db)
    {
        public DbSet<StockRequest> StockRequests => db.Set<StockRequest>();
    }
}

internal sealed class StockRequestMap : IEntityTypeConfiguration<StockRequest>
{
    public void Configure(EntityTypeBuilder<StockRequest> entity)
    {
        entity.ToTable("StockRequests");
        entity.HasKey(r => r.Id);
        entity.Property(r => r.Email).HasMaxLength(254);
        entity.HasIndex(r => new { r.TenantId, r.OfferId, r.Email }).IsUnique();
        entity.HasIndex(r => new { r.ToldAtUtc, r.AskedAtUtc });
        entity.HasIndex(r => new { r.Email, r.AskedAtUtc });
        entity.HasIndex(r => r.BuyerId);
    }
}
