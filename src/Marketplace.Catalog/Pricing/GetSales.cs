using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Pricing;

/// <summary>A listing's prices with their sales, for its seller. Error: <c>listing.not-found</c>.</summary>
[Seller(SellerPermissions.Listings)]
public sealed record GetSales(string ListingId) : IQuery<Result<IReadOnlyList<SaleRow>>>;

/// <param name="PriorMinor">The prior price of the sale; without one, what it would be if a sale began now.</param>
public sealed record SaleRow(
    string OfferId, string CurrencyCode, long PriceMinor, long? SaleMinor, DateTime? FromUtc, DateTime? UntilUtc, long? PriorMinor,
    bool IsRunning);

internal sealed class GetSalesHandler(SellerDb db, ISender sender, TimeProvider clock)
    : IQueryHandler<GetSales, Result<IReadOnlyList<SaleRow>>>
{
    public async ValueTask<Result<IReadOnlyList<SaleRow>>> Handle(GetSales query, CancellationToken cancellationToken)
    {
        // A listing always has a variant: without one, it is not this seller's.
        var ids = (await sender.Send(new ReadVariantIds(query.ListingId), cancellationToken)).Required().ToList();
        if (ids.Count == 0) return ListingErrors.NotFound;
        var rows = await db.OfferPrices.AsNoTracking().Where(p => p.TenantId == db.TenantId && ids.Contains(p.OfferId))
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var log = await PriceLog.ReadAsync(db, db.TenantId, ids, "", clock, cancellationToken);
        return rows.OrderBy(r => ids.IndexOf(r.OfferId)).ThenBy(r => r.CurrencyCode, StringComparer.Ordinal)
            .Select(r => now < r.SaleUntilUtc
                ? new SaleRow(r.OfferId, r.CurrencyCode, r.PriceMinor, r.SaleMinor, r.SaleFromUtc, r.SaleUntilUtc,
                    r.PriorMinor, r.IsOnSaleAt(now))
                : new SaleRow(r.OfferId, r.CurrencyCode, r.PriceMinor, null, null, null, log.Lowest(r, now) ?? r.PriceMinor, false))
            .ToList();
    }
}
