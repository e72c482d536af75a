using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Catalog.Pricing.Contracts;

/// <summary>
/// What one unit of an offer costs in one currency, in whole quanta. An offer without a price in the visitor's
/// currency is not offered. Prices take effect at once; nobody sees them before the listing is published. A sale stands
/// in the row before it begins, and whoever reads a price asks for the one of this moment: none is sold at a stale one.
/// </summary>
public sealed class OfferPrice : IPublishedBySeller
{
    public required string TenantId { get; init; }
    public required string OfferId { get; init; }
    public required string CurrencyCode { get; init; }
    /// <summary>The regular price: what it costs while no sale runs.</summary>
    public required long PriceMinor { get; set; }
    /// <summary>A price before, crossed out; always above the price.</summary>
    public long? CompareAtMinor { get; set; }
    /// <summary>What it costs in its sale, planned or running; null without one.</summary>
    public long? SaleMinor { get; private set; }
    public DateTime? SaleFromUtc { get; private set; }
    /// <summary>The first instant after the sale.</summary>
    public DateTime? SaleUntilUtc { get; private set; }
    /// <summary>
    /// The lowest price of the 30 days before the reduction that is planned, runs or is announced by a crossed-out
    /// price: the "prior price" of article 6a of Directive 98/6/EC. Lowering a running sale further leaves it alone.
    /// </summary>
    public long? PriorMinor { get; set; }
    /// <summary>When the price changes by itself next: what the job that tells search and buy boxes waits for.</summary>
    public DateTime? TurnsAtUtc { get; private set; }

    public bool IsOnSaleAt(DateTime now) => SaleMinor is not null && SaleFromUtc <= now && now < SaleUntilUtc;

    /// <summary>What buyers pay at a moment.</summary>
    public long MinorAt(DateTime now) => IsOnSaleAt(now) ? SaleMinor!.Value : PriceMinor;

    /// <summary>What is crossed out: during a sale the prior price and nothing else; null when it is not above the price.</summary>
    public long? WasMinorAt(DateTime now) => (IsOnSaleAt(now) ? PriorMinor : CompareAtMinor) is { } was && was > MinorAt(now) ? was : null;

    /// <summary>The lowest price of the 30 days before, wherever a reduction is announced.</summary>
    public long? LowestMinorAt(DateTime now) => IsOnSaleAt(now) || CompareAtMinor is not null ? PriorMinor : null;

    internal void PlanSale(long saleMinor, DateTime fromUtc, DateTime untilUtc, DateTime now)
    {
        (SaleMinor, SaleFromUtc, SaleUntilUtc) = (saleMinor, fromUtc, untilUtc);
        TurnsAtUtc = fromUtc > now ? fromUtc : untilUtc;
    }

    internal void DropSale(DateTime now)
    {
        // What is crossed out from then on was cheaper within the last 30 days: in the sale.
        PriorMinor = CompareAtMinor is null ? null : SaleFromUtc <= now ? SaleMinor : PriorMinor;
        (SaleMinor, SaleFromUtc, SaleUntilUtc, TurnsAtUtc) = (null, null, null, null);
    }

    /// <summary>The steps that time has made and that nobody has written down yet: the sale's beginning, its end.</summary>
    internal IEnumerable<(DateTime AtUtc, long PriceMinor)> Turn(DateTime now)
    {
        if (SaleMinor is { } sale && TurnsAtUtc == SaleFromUtc && SaleFromUtc <= now)
        {
            TurnsAtUtc = SaleUntilUtc;
            yield return (SaleFromUtc!.Value, sale);
        }

        if (SaleMinor is null || SaleUntilUtc > now) yield break;
        var ended = SaleUntilUtc!.Value;
        DropSale(now);
        yield return (ended, PriceMinor);
    }
}

internal sealed class OfferPriceMap : IEntityTypeConfiguration<OfferPrice>
{
    public void Configure(EntityTypeBuilder<OfferPrice> entity)
    {
        entity.ToTable("OfferPrices", t =>
        {
            t.HasCheckConstraint("CK_OfferPrices_Positive", "\"PriceMinor\" > 0");
            t.HasCheckConstraint("CK_OfferPrices_Sale", "\"SaleMinor\" IS NULL OR (\"SaleMinor\" > 0 AND \"SaleMinor\" < \"PriceMinor\")");
        });
        entity.HasKey(p => new { p.TenantId, p.OfferId, p.CurrencyCode });
        entity.Property(p => p.CurrencyCode).Ascii(3);
        entity.HasIndex(p => new { p.OfferId, p.CurrencyCode });
        // A seller who plans a sale while the job ends the one before: one of them is told to look again.
        entity.Property(p => p.TurnsAtUtc).IsConcurrencyToken();
        entity.HasIndex(p => p.TurnsAtUtc);
    }
}

public static class PricingSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<OfferPrice> OfferPrices => db.Set<OfferPrice>();
    }
}
