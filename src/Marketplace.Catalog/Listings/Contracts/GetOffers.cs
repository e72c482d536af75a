using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings.Contracts;

/// <param name="PictureRef">The variant's own picture, else the listing's first.</param>
/// <param name="CategoryPath">Category ids, root first, joined by "/".</param>
/// <param name="UnitPriceMinor">Of this moment, a sale's while it runs. Null: not offered in this currency.</param>
/// <param name="Available">For sale now, over all locations.</param>
/// <param name="IsLive">Published, not paused; the seller's own standing is another matter.</param>
public sealed record OfferSnapshot(
    string TenantId, string OfferId, string ListingId, string RevisionId, string Slug, string ShortId, string Title,
    string OptionsText, string? PictureRef, string Sku, string CategoryId, string CategoryPath, string TaxCode,
    long? UnitPriceMinor, string CurrencyCode, int WeightGrams, int Available, bool IsLive);

/// <summary>Offers as they are at this moment, in one query. Unknown ids are left out; at most 200.</summary>
[Internal]
public sealed record GetOffers(IReadOnlyList<string> OfferIds, string CurrencyCode)
    : IQuery<Result<IReadOnlyList<OfferSnapshot>>>;

internal sealed class GetOffersHandler(PlatformDb db, TimeProvider clock)
    : IQueryHandler<GetOffers, Result<IReadOnlyList<OfferSnapshot>>>
{
    public const int Maximum = 200;

    public async ValueTask<Result<IReadOnlyList<OfferSnapshot>>> Handle(GetOffers query, CancellationToken cancellationToken)
    {
        if (query.OfferIds.Count > Maximum)
            return Error.Invalid("offers.too-many", "At most 200 offers can be asked for at once.");
        var (ids, currency, now) = (query.OfferIds, query.CurrencyCode, clock.GetUtcNow().UtcDateTime);
        var (prices, stocks) = (db.OfferPrices, db.OfferStocks);
        var offers = from o in db.Offers.AsNoTracking()
                     where ids.Contains(o.Id)
                     join l in db.PublishedListings on new { o.TenantId, Id = o.ListingId } equals new { l.TenantId, l.Id }
                     select new OfferSnapshot(
                         o.TenantId, o.Id, l.Id, l.RevisionId, l.Slug, l.ShortId, l.Title, o.OptionsText,
                         o.PictureRef ?? l.PictureRef, o.Sku, l.CategoryId, l.CategoryPath, l.TaxCode,
                         prices.Where(p => p.TenantId == o.TenantId && p.OfferId == o.Id && p.CurrencyCode == currency)
                             .Select(p => p.SaleMinor != null && p.SaleFromUtc <= now && now < p.SaleUntilUtc ? p.SaleMinor : p.PriceMinor)
                             .FirstOrDefault(),
                         currency, o.WeightGrams,
                         stocks.Where(s => s.TenantId == o.TenantId && s.OfferId == o.Id).Sum(s => s.OnHand - s.Reserved),
                         o.IsLive && l.IsLive);
        return await offers.ToListAsync(cancellationToken);
    }
}
