using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Money.Ledger.Model;

/// <summary>
/// One event of the books. Its <see cref="ExternalKey"/> is unique (<c>order:{id}:sale</c>, <c>stripe:{bt}</c>), so
/// that nothing is booked twice. Written once; a correction is another transaction.
/// </summary>
public sealed class LedgerTransaction : IPlatformRow, IAppendOnly
{
    public required string Id { get; init; }
    public required string Kind { get; init; }
    public required string ExternalKey { get; init; }
    public required DateTime EffectiveAtUtc { get; init; }
    public required DateTime RecordedAtUtc { get; init; }
    public required string CurrencyCode { get; init; }
    public string? OrderId { get; init; }
    public string? SellerOrderId { get; init; }
    public string? TenantId { get; init; }
}

/// <summary>An amount from one account to another: the books balance by construction.</summary>
public sealed class LedgerPosting : IPlatformRow, IAppendOnly
{
    public required string TransactionId { get; init; }
    public required int Position { get; init; }
    public required string DebitAccount { get; init; }
    public required string CreditAccount { get; init; }
    public required long AmountMinor { get; init; }
    public required string CurrencyCode { get; init; }

    /// <summary>The part of an order that it belongs to: a sale has postings of several.</summary>
    public string? SellerOrderId { get; init; }
}

internal sealed class LedgerTransactionMap : IEntityTypeConfiguration<LedgerTransaction>
{
    public void Configure(EntityTypeBuilder<LedgerTransaction> entity)
    {
        entity.ToTable("LedgerTransactions");
        entity.HasKey(t => t.Id);
        entity.Property(t => t.Kind).Ascii(32);
        entity.Property(t => t.ExternalKey).Ascii(120);
        entity.Property(t => t.CurrencyCode).Ascii(3);
        entity.HasIndex(t => t.ExternalKey).IsUnique();
        entity.HasIndex(t => t.OrderId);
        entity.HasIndex(t => new { t.TenantId, t.Id });
        entity.HasIndex(t => new { t.Kind, t.Id });
    }
}

internal sealed class LedgerPostingMap : IEntityTypeConfiguration<LedgerPosting>
{
    public void Configure(EntityTypeBuilder<LedgerPosting> entity)
    {
        entity.ToTable("LedgerPostings", t => t.HasCheckConstraint("CK_LedgerPostings_AmountMinor", "\"AmountMinor\" > 0"));
        entity.HasKey(p => new { p.TransactionId, p.Position });
        entity.Property(p => p.DebitAccount).Ascii(64);
        entity.Property(p => p.CreditAccount).Ascii(64);
        entity.Property(p => p.CurrencyCode).Ascii(3);
        entity.HasOne<LedgerTransaction>().WithMany().HasForeignKey(p => p.TransactionId);
        entity.HasIndex(p => new { p.DebitAccount, p.CurrencyCode });
        entity.HasIndex(p => new { p.CreditAccount, p.CurrencyCode });
        entity.HasIndex(p => p.SellerOrderId);
    }
}
