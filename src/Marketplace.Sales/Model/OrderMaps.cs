using Marketplace.Kernel.Data;
using Marketplace.Sales.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Sales.Model;

internal static class OrderSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<Order> Orders => db.Set<Order>();
        public DbSet<OrderCounter> OrderCounters => db.Set<OrderCounter>();
        public DbSet<SellerOrder> SellerOrders => db.Set<SellerOrder>();
        public DbSet<OrderLine> OrderLines => db.Set<OrderLine>();
        public DbSet<OrderEvent> OrderEvents => db.Set<OrderEvent>();
        public DbSet<SellerOrderAmounts> SellerOrderAmounts => db.Set<SellerOrderAmounts>();
        public DbSet<OrderLineAmounts> OrderLineAmounts => db.Set<OrderLineAmounts>();
        public DbSet<OrderRefund> OrderRefunds => db.Set<OrderRefund>();
        public DbSet<Shipment> Shipments => db.Set<Shipment>();
        public DbSet<ShipmentLine> ShipmentLines => db.Set<ShipmentLine>();
    }

    public static void HasAddress(this ComplexPropertyBuilder<Address> address)
    {
        address.Property(a => a.Name).HasMaxLength(120);
        address.Property(a => a.Line1).HasMaxLength(160);
        address.Property(a => a.Line2).HasMaxLength(160);
        address.Property(a => a.Company).HasMaxLength(120);
        address.Property(a => a.Postcode).HasMaxLength(20);
        address.Property(a => a.City).HasMaxLength(100);
        address.Property(a => a.Region).HasMaxLength(60);
        address.Property(a => a.Country).HasMaxLength(2).IsUnicode(false);
    }
}

internal sealed class OrderMap : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> entity)
    {
        entity.ToTable("Orders");
        entity.HasKey(o => o.Id);
        entity.Property(o => o.CurrencyCode).Ascii(3);
        entity.Property(o => o.Email).HasMaxLength(254);
        entity.Property(o => o.Phone).HasMaxLength(40);
        entity.Property(o => o.Locale).Ascii(12);
        entity.Property(o => o.LinkKey).Ascii(32);
        entity.Property(o => o.ContentHash).Ascii(64);
        entity.Property(o => o.ReviewReason).HasMaxLength(300);
        entity.ComplexProperty(o => o.ShipTo).HasAddress();
        entity.HasIndex(o => o.Number).IsUnique();
        entity.HasIndex(o => new { o.BuyerId, o.State, o.PlacedAtUtc });
        entity.HasIndex(o => new { o.State, o.ExpiresAtUtc });
        entity.HasIndex(o => o.PlacedAtUtc);
        entity.HasIndex(o => new { o.CreatedAtUtc, o.Id });
        entity.HasIndex(o => new { o.State, o.CreatedAtUtc, o.Id });
        entity.HasIndex(o => o.Email);
    }
}

internal sealed class OrderCounterMap : IEntityTypeConfiguration<OrderCounter>
{
    public void Configure(EntityTypeBuilder<OrderCounter> entity)
    {
        entity.ToTable("OrderCounters");
        entity.HasKey(c => c.Id);
        entity.HasData(new OrderCounter { Id = OrderCounter.OnlyId, Next = OrderCounter.First });
    }
}

internal sealed class SellerOrderMap : IEntityTypeConfiguration<SellerOrder>
{
    public void Configure(EntityTypeBuilder<SellerOrder> entity)
    {
        entity.ToTable("SellerOrders");
        entity.HasTenantKey();
        entity.Property(s => s.Number).Ascii(24);
        entity.Property(s => s.SellerName).HasMaxLength(80);
        entity.Property(s => s.SellerSlug).Ascii(40);
        entity.Property(s => s.BuyerName).HasMaxLength(120);
        entity.Property(s => s.Phone).HasMaxLength(40);
        entity.Property(s => s.CurrencyCode).Ascii(3);
        entity.Property(s => s.ShippingQuoteJson).HasMaxLength(4000);
        entity.Ignore(s => s.Pickup);
        entity.Property(s => s.ShippingName).HasMaxLength(80);
        entity.Property(s => s.CancellationReason).HasMaxLength(500);
        entity.Ignore(s => s.IsOpen);
        entity.ComplexProperty(s => s.ShipTo).HasAddress();
        entity.HasIndex(s => new { s.TenantId, s.State, s.PlacedAtUtc });
        entity.HasIndex(s => new { s.TenantId, s.PlacedAtUtc });
        entity.HasIndex(s => new { s.TenantId, s.Number }).IsUnique();
        entity.HasIndex(s => new { s.BuyerId, s.PlacedAtUtc });
        entity.HasIndex(s => s.OrderId);
        entity.HasIndex(s => new { s.State, s.AcceptByUtc });
        entity.HasIndex(s => new { s.State, s.DeliveredByClockUtc });
        entity.HasIndex(s => s.CancellationAnswerByUtc);
    }
}

internal sealed class OrderLineMap : IEntityTypeConfiguration<OrderLine>
{
    public void Configure(EntityTypeBuilder<OrderLine> entity)
    {
        entity.ToTable("OrderLines", t =>
        {
            t.HasCheckConstraint("CK_OrderLine_Shipped", "\"ShippedQuantity\" + \"CancelledQuantity\" <= \"Quantity\"");
            t.HasCheckConstraint("CK_OrderLine_Refunded", "\"RefundedQuantity\" <= \"Quantity\"");
        });
        entity.HasTenantKey();
        entity.Property(l => l.Slug).HasMaxLength(160);
        entity.Property(l => l.Title).HasMaxLength(200);
        entity.Property(l => l.Options).HasMaxLength(200);
        entity.Property(l => l.PictureRef).Ascii(64);
        entity.Property(l => l.Sku).HasMaxLength(64);
        entity.Ignore(l => l.OpenQuantity);
        entity.HasOne<SellerOrder>().WithMany().HasForeignKey(l => new { l.TenantId, l.SellerOrderId });
        entity.HasIndex(l => l.OrderId);
        entity.HasIndex(l => new { l.BuyerId, l.ListingId });
    }
}

internal sealed class OrderEventMap : IEntityTypeConfiguration<OrderEvent>
{
    public void Configure(EntityTypeBuilder<OrderEvent> entity)
    {
        entity.ToTable("OrderEvents");
        entity.HasTenantKey();
        entity.Property(e => e.Detail).HasMaxLength(500);
        entity.HasOne<SellerOrder>().WithMany().HasForeignKey(e => new { e.TenantId, e.SellerOrderId });
        entity.HasIndex(e => e.BuyerId);
    }
}

internal sealed class ShipmentMap : IEntityTypeConfiguration<Shipment>
{
    public void Configure(EntityTypeBuilder<Shipment> entity)
    {
        entity.ToTable("Shipments");
        entity.HasTenantKey();
        entity.Property(s => s.CarrierCode).Ascii(24);
        entity.Property(s => s.CarrierName).HasMaxLength(60);
        entity.Property(s => s.TrackingNumber).HasMaxLength(60);
        entity.Property(s => s.TrackingUrl).HasMaxLength(300);
        entity.HasOne<SellerOrder>().WithMany().HasForeignKey(s => new { s.TenantId, s.SellerOrderId });
        entity.HasIndex(s => s.BuyerId);
    }
}

internal sealed class ShipmentLineMap : IEntityTypeConfiguration<ShipmentLine>
{
    public void Configure(EntityTypeBuilder<ShipmentLine> entity)
    {
        entity.ToTable("ShipmentLines");
        entity.HasTenantKey();
        entity.HasOne<Shipment>().WithMany().HasForeignKey(l => new { l.TenantId, l.ShipmentId });
        entity.HasOne<OrderLine>().WithMany().HasForeignKey(l => new { l.TenantId, l.OrderLineId });
        entity.HasIndex(l => l.BuyerId);
    }
}
