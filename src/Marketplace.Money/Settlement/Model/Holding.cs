using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Money.Settlement.Model;

public enum HoldingState
{
    /// <summary>The platform keeps the share until delivery and the days after it.</summary>
    Held,
    /// <summary>Released; the transfer waits for the seller's payout account, or for money to arrive at Stripe.</summary>
    Payable,
    /// <summary>The transfer is on its way.</summary>
    Transferring,
    Transferred,
    /// <summary>Everything went back to the buyer.</summary>
    Refunded,
}

/// <summary>A seller's share of one SellerOrder, from the sale to the transfer. Its id is the SellerOrder's.</summary>
public sealed class Holding : IPlatformRow, IVersioned
{
    public required string Id { get; init; }
    public required string OrderId { get; init; }
    public required string TenantId { get; init; }
    public required string CurrencyCode { get; init; }
    public required string TaxCountry { get; init; }
    public required DateTime SoldAtUtc { get; init; }
    public required int HoldDays { get; init; }

    /// <summary>What is left of the share after refunds.</summary>
    public required long NetMinor { get; set; }

    public required long CommissionMinor { get; set; }
    public required long CommissionTaxMinor { get; set; }
    public required long PlatformTaxMinor { get; set; }
    public HoldingState State { get; set; }
    public DateTime? DeliveredAtUtc { get; set; }
    public DateTime? ReleaseAtUtc { get; set; }
    public DateTime? ReleasedAtUtc { get; set; }
    public DateTime? TransferredAtUtc { get; set; }
    public string? TransferId { get; set; }
    public int TransferAttempt { get; set; }
    public long Version { get; set; }

    /// <summary>Delivered: the days of the hold begin. The first word counts; a later one changes nothing.</summary>
    public void StartClock(DateTime deliveredAtUtc)
    {
        if (State != HoldingState.Held || DeliveredAtUtc is not null) return;
        DeliveredAtUtc = deliveredAtUtc;
        ReleaseAtUtc = deliveredAtUtc.AddDays(HoldDays);
    }

    public bool IsDue(DateTime nowUtc) => State == HoldingState.Held && ReleaseAtUtc <= nowUtc;

    public void Release(DateTime nowUtc)
    {
        Require(HoldingState.Held);
        (State, ReleasedAtUtc) = (HoldingState.Payable, nowUtc);
    }

    public void StartTransfer()
    {
        Require(HoldingState.Payable);
        (State, TransferAttempt) = (HoldingState.Transferring, TransferAttempt + 1);
    }

    /// <summary>Stripe refused for now (no balance yet, account restricted): the share stays payable.</summary>
    public void TransferRefused()
    {
        if (State == HoldingState.Transferring) State = HoldingState.Payable;
    }

    public void Transferred(string transferId, DateTime atUtc)
    {
        if (State == HoldingState.Transferred) return;
        Require(HoldingState.Transferring);
        (State, TransferId, TransferredAtUtc) = (HoldingState.Transferred, transferId, atUtc);
    }

    public void Shrink(long netMinor, long commissionMinor, long commissionTaxMinor, long platformTaxMinor)
    {
        if (netMinor > NetMinor || commissionMinor > CommissionMinor)
            throw new InvalidOperationException($"A refund of {netMinor} exceeds the {NetMinor} left of {Id}.");
        NetMinor -= netMinor;
        CommissionMinor -= commissionMinor;
        CommissionTaxMinor -= commissionTaxMinor;
        PlatformTaxMinor -= platformTaxMinor;
        if (NetMinor == 0 && State is HoldingState.Held or HoldingState.Payable) State = HoldingState.Refunded;
    }

    private void Require(HoldingState state)
    {
        if (State != state) throw new InvalidOperationException($"Holding {Id} is {State}, not {state}.");
    }
}

/// <summary>A reason why a share may not be released now: a return, a case, a dispute, a review, an open cancellation.</summary>
public sealed class HoldingFreeze : IPlatformRow
{
    public required string HoldingId { get; init; }
    public required string Reason { get; init; }
    public required DateTime SinceUtc { get; init; }
}

/// <summary>Money from a seller's Stripe balance to its bank, as Stripe tells it.</summary>
public sealed class SellerPayout : IPlatformRow, IVersioned
{
    public required string Id { get; init; }
    public required string TenantId { get; init; }
    public required string CurrencyCode { get; init; }
    public required long AmountMinor { get; init; }
    public required string State { get; set; }
    public required DateTime CreatedAtUtc { get; init; }
    public DateTime? ArrivesAtUtc { get; set; }
    public string? FailureMessage { get; set; }
    public long Version { get; set; }
}

internal sealed class HoldingMap : IEntityTypeConfiguration<Holding>
{
    public void Configure(EntityTypeBuilder<Holding> entity)
    {
        entity.ToTable("Holdings", t => t.HasCheckConstraint("CK_Holdings_NetMinor", "\"NetMinor\" >= 0 AND \"CommissionMinor\" >= 0"));
        entity.HasKey(h => h.Id);
        entity.Property(h => h.CurrencyCode).Ascii(3);
        entity.Property(h => h.TaxCountry).Ascii(2);
        entity.Property(h => h.TransferId).Ascii(64);
        entity.HasIndex(h => new { h.TenantId, h.State, h.ReleaseAtUtc });
        entity.HasIndex(h => new { h.State, h.ReleaseAtUtc });
        entity.HasIndex(h => h.OrderId);
    }
}

internal sealed class HoldingFreezeMap : IEntityTypeConfiguration<HoldingFreeze>
{
    public void Configure(EntityTypeBuilder<HoldingFreeze> entity)
    {
        entity.ToTable("HoldingFreezes");
        entity.HasKey(f => new { f.HoldingId, f.Reason });
        entity.Property(f => f.Reason).Ascii(80);
        entity.HasOne<Holding>().WithMany().HasForeignKey(f => f.HoldingId);
    }
}

internal sealed class SellerPayoutMap : IEntityTypeConfiguration<SellerPayout>
{
    public void Configure(EntityTypeBuilder<SellerPayout> entity)
    {
        entity.ToTable("SellerPayouts");
        entity.HasKey(p => p.Id);
        entity.Property(p => p.Id).Ascii(64);
        entity.Property(p => p.CurrencyCode).Ascii(3);
        entity.Property(p => p.State).Ascii(16);
        entity.Property(p => p.FailureMessage).HasMaxLength(300);
        entity.HasIndex(p => new { p.TenantId, p.CreatedAtUtc });
    }
}
