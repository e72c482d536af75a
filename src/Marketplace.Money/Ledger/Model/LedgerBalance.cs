using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Money.Ledger.Model;

/// <summary>
/// What all postings before <see cref="UntilId"/> sum up to on one book, the sellers' accounts together: whoever wants
/// the balance of now adds the few that came after. All rows have the same <see cref="UntilId"/>.
/// </summary>
public sealed class LedgerBalance : IPlatformRow
{
    public required string Book { get; init; }
    public required string CurrencyCode { get; init; }

    /// <summary>Debits less credits.</summary>
    public required long DebitMinor { get; set; }

    /// <summary>A moment's first id: journals from then on are not in the sum.</summary>
    public required string UntilId { get; set; }

    /// <summary>When the sum was last made anew from every posting, and agreed.</summary>
    public DateTime? CheckedAtUtc { get; set; }
}

internal sealed class LedgerBalanceMap : IEntityTypeConfiguration<LedgerBalance>
{
    public void Configure(EntityTypeBuilder<LedgerBalance> entity)
    {
        entity.ToTable("LedgerBalances");
        entity.HasKey(b => new { b.CurrencyCode, b.Book });
        entity.Property(b => b.Book).Ascii(32);
        entity.Property(b => b.CurrencyCode).Ascii(3);
        entity.Property(b => b.UntilId).Ascii(26);
    }
}
