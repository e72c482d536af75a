using Marketplace.Kernel.Data;
using Marketplace.Money.Payments.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Money.Payments.Model;

/// <summary>What a buyer pays for one order. Its id is the order's.</summary>
public sealed class Payment : IPlatformRow, IVersioned
{
    public required string Id { get; init; }
    public required string BuyerId { get; init; }
    public required string CurrencyCode { get; init; }
    public required long AmountMinor { get; init; }
    public required DateTime RequestedAtUtc { get; init; }
    public required DateTime ExpiresAtUtc { get; init; }
    public PaymentState State { get; set; }
    public string? SessionId { get; set; }
    public string? PageUrl { get; set; }
    public string? PaymentIntentId { get; set; }
    public string? ChargeId { get; set; }
    public long ReceivedMinor { get; set; }

    /// <summary>Promised back so far, failed refunds not counted; raised by conditional update before each refund.</summary>
    public long RefundedMinor { get; set; }
    public DateTime? SettledAtUtc { get; set; }
    public string? FailureCode { get; set; }
    public long Version { get; set; }
}

/// <summary>Money going back to the buyer of one order.</summary>
public sealed class PaymentRefund : IPlatformRow, IVersioned
{
    public required string Id { get; init; }
    public required string OrderId { get; init; }
    public string? SellerOrderId { get; init; }
    public string? TenantId { get; init; }
    public required string CurrencyCode { get; init; }
    public required long AmountMinor { get; init; }
    public required string Reason { get; init; }

    /// <summary>Where its money comes from, as JSON; null for the whole of an order that was never fulfilled.</summary>
    public string? Breakdown { get; init; }

    /// <summary>For a refund made at Stripe's own pages: what each part of the order bears of it, as JSON.</summary>
    public string? Shares { get; init; }

    public required DateTime RequestedAtUtc { get; init; }
    public RefundState State { get; set; }
    public string? StripeRefundId { get; set; }
    public DateTime? SettledAtUtc { get; set; }
    public string? FailureCode { get; set; }
    public long Version { get; set; }
}

internal sealed class PaymentMap : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> entity)
    {
        entity.ToTable("Payments", t => t.HasCheckConstraint(
            "CK_Payments_RefundedMinor", "\"RefundedMinor\" >= 0 AND \"RefundedMinor\" <= \"ReceivedMinor\""));
        entity.HasKey(p => p.Id);
        entity.Property(p => p.CurrencyCode).Ascii(3);
        entity.Property(p => p.SessionId).Ascii(100);
        entity.Property(p => p.PaymentIntentId).Ascii(64);
        entity.Property(p => p.ChargeId).Ascii(64);
        entity.Property(p => p.PageUrl).HasMaxLength(2000);
        entity.Property(p => p.FailureCode).Ascii(64);
        entity.HasIndex(p => p.SessionId).IsUnique();
        entity.HasIndex(p => p.PaymentIntentId);
        entity.HasIndex(p => new { p.State, p.ExpiresAtUtc });
    }
}

internal sealed class PaymentRefundMap : IEntityTypeConfiguration<PaymentRefund>
{
    public void Configure(EntityTypeBuilder<PaymentRefund> entity)
    {
        entity.ToTable("PaymentRefunds", t => t.HasCheckConstraint("CK_PaymentRefunds_AmountMinor", "\"AmountMinor\" > 0"));
        entity.HasKey(r => r.Id);
        entity.Property(r => r.CurrencyCode).Ascii(3);
        entity.Property(r => r.Reason).HasMaxLength(200);
        entity.Property(r => r.Breakdown).Ascii(400);
        entity.Property(r => r.Shares).Ascii(8000);
        entity.Property(r => r.StripeRefundId).Ascii(64);
        entity.Property(r => r.FailureCode).Ascii(64);
        entity.HasIndex(r => r.OrderId);
        entity.HasIndex(r => new { r.State, r.RequestedAtUtc });
        entity.HasIndex(r => r.StripeRefundId).IsUnique();
    }
}
