using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Sales.Model;

/// <summary>What a seller's team writes to itself about an order; the buyer never sees it.</summary>
internal sealed class OrderNote : ITenantRow
{
    public const int Most = 50;

    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string SellerOrderId { get; init; }
    public required string PersonId { get; init; }
    public required string Text { get; init; }
    public required DateTime AtUtc { get; init; }
}

/// <summary>A choice of orders that a member of the team looks at again and again.</summary>
internal sealed class SavedOrderView : ITenantRow
{
    public const int Most = 20;

    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string PersonId { get; init; }
    public required string Name { get; init; }
    /// <summary>The list's address behind the question mark, as the page writes it.</summary>
    public required string Query { get; set; }
}

internal static class TeamThings
{
    extension(MarketplaceDb db)
    {
        public DbSet<OrderNote> OrderNotes => db.Set<OrderNote>();
        public DbSet<SavedOrderView> SavedOrderViews => db.Set<SavedOrderView>();
    }
}

internal sealed class OrderNoteMap : IEntityTypeConfiguration<OrderNote>
{
    public void Configure(EntityTypeBuilder<OrderNote> entity)
    {
        entity.ToTable("OrderNotes");
        entity.HasTenantKey();
        entity.Property(n => n.Text).HasMaxLength(1000);
        entity.HasOne<SellerOrder>().WithMany().HasForeignKey(n => new { n.TenantId, n.SellerOrderId });
        entity.HasIndex(n => n.PersonId);
    }
}

internal sealed class SavedOrderViewMap : IEntityTypeConfiguration<SavedOrderView>
{
    public void Configure(EntityTypeBuilder<SavedOrderView> entity)
    {
        entity.ToTable("SavedOrderViews");
        entity.HasTenantKey();
        entity.Property(v => v.Name).HasMaxLength(60);
        entity.Property(v => v.Query).HasMaxLength(400);
        entity.HasIndex(v => new { v.TenantId, v.PersonId, v.Name }).IsUnique();
        entity.HasIndex(v => v.PersonId);
    }
}
