using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Sales.Model;

internal sealed class SellerOrderAmountsMap : IEntityTypeConfiguration<SellerOrderAmounts>
{
    public void Configure(EntityTypeBuilder<SellerOrderAmounts> entity)
    {
        entity.ToTable("SellerOrderAmounts", t => t.HasCheckConstraint(
            "CK_SellerOrderAmounts_Refunded", "\"RefundedMinor\" <= \"GrossMinor\" + \"ShippingMinor\""));
        entity.HasKey(a => a.Id);
        entity.Property(a => a.CurrencyCode).Ascii(3);
        entity.Property(a => a.TransferId).Ascii(64);
        entity.Ignore(a => a.MayRefund);
        entity.HasIndex(a => a.OrderId);
        entity.HasIndex(a => a.TenantId);
    }
}

internal sealed class OrderLineAmountsMap : IEntityTypeConfiguration<OrderLineAmounts>
{
    public void Configure(EntityTypeBuilder<OrderLineAmounts> entity)
    {
        entity.ToTable("OrderLineAmounts");
        entity.HasKey(a => a.Id);
        entity.HasIndex(a => a.SellerOrderId);
    }
}

internal sealed class OrderRefundMap : IEntityTypeConfiguration<OrderRefund>
{
    public void Configure(EntityTypeBuilder<OrderRefund> entity)
    {
        entity.ToTable("OrderRefunds");
        entity.HasKey(r => r.Id);
        entity.Property(r => r.CurrencyCode).Ascii(3);
        entity.Property(r => r.Reason).HasMaxLength(500);
        entity.Property(r => r.LinesJson).HasMaxLength(16_000);
        entity.Property(r => r.PartsJson).Ascii(400);
        entity.HasIndex(r => r.ParentId);
        entity.HasIndex(r => r.OrderId);
        entity.HasIndex(r => r.SellerOrderId);
        entity.HasIndex(r => r.RequestedAtUtc);
    }
}

internal static class CartSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<BuyerCart> BuyerCarts => db.Set<BuyerCart>();
        public DbSet<CartLine> CartLines => db.Set<CartLine>();
        public DbSet<CartShipping> CartShippings => db.Set<CartShipping>();
    }
}

internal sealed class BuyerCartMap : IEntityTypeConfiguration<BuyerCart>
{
    public void Configure(EntityTypeBuilder<BuyerCart> entity)
    {
        entity.ToTable("BuyerCarts");
        entity.HasKey(c => c.BuyerId);
        entity.Property(c => c.DetailsJson).HasMaxLength(2000);
        entity.HasIndex(c => c.UpdatedAtUtc);
        entity.HasIndex(c => c.OpenOrderId);
    }
}

internal sealed class CartLineMap : IEntityTypeConfiguration<CartLine>
{
    public void Configure(EntityTypeBuilder<CartLine> entity)
    {
        entity.ToTable("CartLines", t => t.HasCheckConstraint("CK_CartLine_Quantity", "\"Quantity\" > 0"));
        entity.HasKey(l => new { l.BuyerId, l.OfferId });
        entity.Property(l => l.SeenCurrencyCode).Ascii(3);
        entity.HasOne<BuyerCart>().WithMany().HasForeignKey(l => l.BuyerId);
        entity.HasIndex(l => l.OfferId);
    }
}

internal sealed class CartShippingMap : IEntityTypeConfiguration<CartShipping>
{
    public void Configure(EntityTypeBuilder<CartShipping> entity)
    {
        entity.ToTable("CartShippings");
        entity.HasKey(s => new { s.BuyerId, s.TenantId });
        entity.HasOne<BuyerCart>().WithMany().HasForeignKey(s => s.BuyerId);
    }
}
