using Marketplace.Kernel.Data;
using Marketplace.Money.Ledger.Contracts;
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

    /// <summary>Of the share, what the platform paid on top of the buyer's money.</summary>
    public long PlatformDiscountMinor { get; set; }

    public HoldingState State { get; set; }
    public DateTime? DeliveredAtUtc { get; set; }
    public DateTime? ReleaseAtUtc { get; set; }
    public DateTime? ReleasedAtUtc { get; set; }
    public DateTime? TransferredAtUtc { get; set; }
    public string? TransferId { get; set; }
    public int TransferAttempt { get; set; }

    /// <summary>Sent to the seller so far. A refund that fails after the transfer makes the share grow again.</summary>
    public long TransferredMinor { get; set; }

    /// <summary>Went back to the buyer at Stripe after it had been transferred: the seller owes it.</summary>
    public long OwedBackMinor { get; set; }

    /// <summary>Why a payable share is not on its way, as a code: <c>account-not-ready</c>, <c>balance_insufficient</c>.</summary>
    public string? WaitReason { get; set; }
    public DateTime? NextTransferAtUtc { get; set; }
    public long Version { get; set; }

    public long DueMinor => NetMinor - TransferredMinor;

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
        (WaitReason, NextTransferAtUtc) = (null, null);
    }

    /// <summary>The share stays payable, for a reason that people can read, until the next look.</summary>
    public void Wait(string reason, DateTime nextUtc)
    {
        if (State is not (HoldingState.Payable or HoldingState.Transferring)) return;
        (State, WaitReason, NextTransferAtUtc) = (HoldingState.Payable, reason, nextUtc);
    }

    public void Transferred(string transferId, long amountMinor, DateTime atUtc)
    {
        Require(HoldingState.Transferring);
        (State, TransferId, TransferredAtUtc) = (HoldingState.Transferred, transferId, atUtc);
        TransferredMinor += amountMinor;
    }

    /// <summary>Nothing is left to send: a transfer of zero is never made.</summary>
    public void CloseWithoutTransfer(DateTime atUtc)
    {
        Require(HoldingState.Payable);
        (State, TransferredAtUtc) = (HoldingState.Transferred, atUtc);
    }

    /// <param name="owedMinor">Of it, what was transferred before and cannot be taken from what is here.</param>
    public void Shrink(RefundBreakdown parts, long owedMinor = 0)
    {
        var here = parts.SellerNetMinor - owedMinor;
        if (here > DueMinor || owedMinor > TransferredMinor - OwedBackMinor || parts.CommissionMinor > CommissionMinor)
            throw new InvalidOperationException($"A refund of {parts.SellerNetMinor} exceeds the {DueMinor} left of {Id}.");
        NetMinor -= here;
        OwedBackMinor += owedMinor;
        CommissionMinor -= parts.CommissionMinor;
        CommissionTaxMinor -= parts.CommissionTaxMinor;
        PlatformTaxMinor -= parts.PlatformTaxMinor;
        PlatformDiscountMinor -= parts.PlatformDiscountMinor;
        if (NetMinor == 0 && CommissionMinor == 0) State = HoldingState.Refunded;
    }

    /// <summary>A refund failed: the share is as if it had never been.</summary>
    public void Grow(RefundBreakdown parts, long owedMinor = 0)
    {
        NetMinor += parts.SellerNetMinor - owedMinor;
        OwedBackMinor -= owedMinor;
        CommissionMinor += parts.CommissionMinor;
        CommissionTaxMinor += parts.CommissionTaxMinor;
        PlatformTaxMinor += parts.PlatformTaxMinor;
        PlatformDiscountMinor += parts.PlatformDiscountMinor;
        if (State is HoldingState.Refunded or HoldingState.Transferred && DueMinor > 0)
            State = ReleasedAtUtc is null ? HoldingState.Held : HoldingState.Payable;
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
        entity.ToTable("Holdings", t => t.HasCheckConstraint("CK_Holdings_NetMinor",
            "\"NetMinor\" >= \"TransferredMinor\" AND \"TransferredMinor\" >= 0 AND \"CommissionMinor\" >= 0"));
        entity.HasKey(h => h.Id);
        entity.Property(h => h.CurrencyCode).Ascii(3);
        entity.Property(h => h.TaxCountry).Ascii(2);
        entity.Property(h => h.TransferId).Ascii(64);
        entity.Property(h => h.WaitReason).Ascii(64);
        entity.Ignore(h => h.DueMinor);
        entity.HasIndex(h => h.TransferId);
        entity.HasIndex(h => new { h.State, h.NextTransferAtUtc });
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
