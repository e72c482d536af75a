using Marketplace.Kernel.Data;
using Marketplace.Money.Reconciliation.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Money.Reconciliation.Model;

/// <summary>How one account's balance in one currency stood at Stripe and here, at one moment. Written once.</summary>
public sealed class ReconciledBalance : IPlatformRow, IAppendOnly
{
    public required string Id { get; init; }
    public required DateTime AtUtc { get; init; }

    /// <summary>A seller's account at Stripe; empty for the platform's own.</summary>
    public required string Account { get; init; }

    public string? TenantId { get; init; }
    public required string CurrencyCode { get; init; }
    public required long StripeMinor { get; init; }
    public required long LedgerMinor { get; init; }

    /// <summary>Of the difference, what is explained and young: told on one side, on its way to the other.</summary>
    public required long InFlightMinor { get; init; }

    public required long DifferenceMinor { get; init; }
}

/// <summary>One thing that the two sides do not both tell.</summary>
public sealed class ReconciliationItem : IPlatformRow, IAppendOnly
{
    public required string BalanceId { get; init; }
    public required int Position { get; init; }
    public required DifferenceReason Reason { get; init; }

    /// <summary>The movement's id, or the journal's key.</summary>
    public required string Reference { get; init; }

    /// <summary>By how much Stripe has more than the ledger because of it.</summary>
    public required long AmountMinor { get; init; }

    public DateTime? SinceUtc { get; init; }
    public string? OrderId { get; init; }
    public required bool IsInFlight { get; init; }
}

internal sealed class ReconciledBalanceMap : IEntityTypeConfiguration<ReconciledBalance>
{
    public void Configure(EntityTypeBuilder<ReconciledBalance> entity)
    {
        entity.ToTable("ReconciledBalances");
        entity.HasKey(b => b.Id);
        entity.Property(b => b.Account).Ascii(64);
        entity.Property(b => b.CurrencyCode).Ascii(3);
        entity.HasIndex(b => b.AtUtc);
        entity.HasIndex(b => new { b.Account, b.AtUtc });
    }
}

internal sealed class ReconciliationItemMap : IEntityTypeConfiguration<ReconciliationItem>
{
    public void Configure(EntityTypeBuilder<ReconciliationItem> entity)
    {
        entity.ToTable("ReconciliationItems");
        entity.HasKey(i => new { i.BalanceId, i.Position });
        entity.Property(i => i.Reference).Ascii(120);
        entity.Property(i => i.OrderId).Ascii(100);
        entity.HasOne<ReconciledBalance>().WithMany().HasForeignKey(i => i.BalanceId);
    }
}
