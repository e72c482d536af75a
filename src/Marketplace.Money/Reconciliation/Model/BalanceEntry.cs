using Marketplace.Kernel.Data;
using Marketplace.Money.Reconciliation.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Money.Reconciliation.Model;

/// <summary>
/// One movement of the platform's balance at Stripe, kept once under Stripe's own id, and the one journal that tells
/// of it: ours (a sale, a refund, a transfer), or one made from it (a payout, a fee, what nobody knows).
/// </summary>
public sealed class BalanceEntry : IPlatformRow
{
    public required string Id { get; init; }
    public required string Type { get; init; }
    public required long AmountMinor { get; init; }
    public required long FeeMinor { get; init; }
    public required string CurrencyCode { get; init; }
    public required DateTime CreatedAtUtc { get; init; }
    public required DateTime AvailableAtUtc { get; init; }
    public required DateTime ImportedAtUtc { get; init; }
    public string? SourceId { get; init; }
    public string? OrderId { get; init; }
    public required BalanceEntryState State { get; set; }

    /// <summary>The journal that tells of it; no two movements have the same.</summary>
    public string? JournalKey { get; set; }

    /// <summary>The other journal that may come: a payment is a sale, or goes back unfulfilled.</summary>
    public string? OtherKey { get; init; }

    /// <summary>What the movement says more than its journal; zero unless something is wrong.</summary>
    public long DifferenceMinor { get; set; }
}

internal sealed class BalanceEntryMap : IEntityTypeConfiguration<BalanceEntry>
{
    public void Configure(EntityTypeBuilder<BalanceEntry> entity)
    {
        entity.ToTable("BalanceEntries");
        entity.HasKey(e => e.Id);
        entity.Property(e => e.Id).Ascii(64);
        entity.Property(e => e.Type).Ascii(40);
        entity.Property(e => e.CurrencyCode).Ascii(3);
        entity.Property(e => e.SourceId).Ascii(64);
        entity.Property(e => e.OrderId).Ascii(100);
        entity.Property(e => e.JournalKey).Ascii(120);
        entity.Property(e => e.OtherKey).Ascii(120);
        entity.HasIndex(e => e.JournalKey).IsUnique();
        entity.HasIndex(e => new { e.State, e.CreatedAtUtc });
        entity.HasIndex(e => e.CreatedAtUtc);
    }
}
