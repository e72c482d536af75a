using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Catalog.Pricing.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Values;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Pricing;

/// <summary>
/// The history of some offers' prices as buyers had them: read once, written to in the running transaction, asked for
/// the lowest price of 30 days.
/// </summary>
internal sealed class PriceLog(MarketplaceDb db, string actor, TimeProvider clock, List<PriceChange> known)
{
    public const int Days = 30;

    /// <summary>
    /// What is needed to judge the 30 days before now and before any later day: the price that stood then, and all since.
    /// </summary>
    public static async Task<PriceLog> ReadAsync(
        MarketplaceDb db, string tenantId, IReadOnlyList<string> offerIds, string actor, TimeProvider clock, CancellationToken cancellation)
    {
        var (from, changes) = (clock.GetUtcNow().UtcDateTime.AddDays(-Days - 1), db.Set<PriceChange>());
        var known = await changes.AsNoTracking().Where(c => c.TenantId == tenantId && offerIds.Contains(c.OfferId)
                && (c.AtUtc > from || !changes.Any(d => d.TenantId == c.TenantId && d.OfferId == c.OfferId
                    && d.CurrencyCode == c.CurrencyCode && d.AtUtc <= from && d.AtUtc > c.AtUtc)))
            .ToListAsync(cancellation);
        return new PriceLog(db, actor, clock, known);
    }

    /// <summary>Writes down what time alone has changed, at the instants at which it did.</summary>
    public bool Turn(OfferPrice row, DateTime now)
    {
        var steps = row.Turn(now).ToList();
        foreach (var (atUtc, price) in steps) Add(row, price, atUtc);
        return steps.Count > 0;
    }

    /// <param name="price">Null: from then on not offered in this currency.</param>
    public void Add(OfferPrice row, long? price, DateTime atUtc)
    {
        var change = new PriceChange
        {
            TenantId = row.TenantId, Id = Ids.New(clock), OfferId = row.OfferId, CurrencyCode = row.CurrencyCode,
            PriceMinor = price, AtUtc = atUtc, Actor = actor,
        };
        db.Add(change);
        known.Add(change);
    }

    /// <summary>The lowest that buyers could pay in the 30 days before a moment; null when it was not offered then.</summary>
    public long? Lowest(OfferPrice row, DateTime beforeUtc) => Lowest(
        known.Where(c => c.OfferId == row.OfferId && c.CurrencyCode == row.CurrencyCode).Select(c => (c.AtUtc, c.PriceMinor)), beforeUtc);

    /// <summary>Pure: of the steps of a price, the lowest that stood at any time from 30 days before a moment up to it.</summary>
    public static long? Lowest(IEnumerable<(DateTime AtUtc, long? PriceMinor)> steps, DateTime beforeUtc)
    {
        var from = beforeUtc.AddDays(-Days);
        var past = steps.Where(s => s.AtUtc < beforeUtc).ToList();
        var began = past.Where(s => s.AtUtc <= from).Select(s => (DateTime?)s.AtUtc).Max();
        return past.Where(s => s.AtUtc > from || s.AtUtc == began).Min(s => s.PriceMinor);
    }
}
