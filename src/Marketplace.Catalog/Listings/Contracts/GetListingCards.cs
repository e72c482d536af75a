using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings.Contracts;

/// <summary>
/// Cards in the order of the ids, in two queries. Left out: unknown ones, not live, of a seller that is not open, or
/// without a price in the market's currency. At most 200.
/// </summary>
[Anyone]
public sealed record GetListingCards(IReadOnlyList<string> ListingIds, Market Market)
    : IQuery<Result<IReadOnlyList<ListingCard>>>;

internal sealed class GetListingCardsHandler(BuyerDb db, TimeProvider clock)
    : IQueryHandler<GetListingCards, Result<IReadOnlyList<ListingCard>>>
{
    public const int Maximum = 200;

    public async ValueTask<Result<IReadOnlyList<ListingCard>>> Handle(
        GetListingCards query, CancellationToken cancellationToken)
    {
        if (query.ListingIds.Count == 0) return Result<IReadOnlyList<ListingCard>>.Success([]);
        if (query.ListingIds.Count > Maximum)
            return Error.Invalid("listings.too-many", "At most 200 listings can be asked for at once.");
        var now = clock.GetUtcNow().UtcDateTime;
        var heads = await HeadsAsync(query, cancellationToken);
        var offers = (await OffersAsync(query, cancellationToken)).ToLookup(o => o.ListingId, StringComparer.Ordinal);
        var cards = query.ListingIds.Distinct(StringComparer.Ordinal)
            .Select(id => heads.GetValueOrDefault(id) is { } head && offers[id].Any()
                ? Card(head, [.. offers[id]], query.Market.CurrencyCode, now) : null);
        return cards.OfType<ListingCard>().ToList();
    }

    private Task<Dictionary<string, Head>> HeadsAsync(GetListingCards query, CancellationToken cancellation)
    {
        var (ids, locale) = (query.ListingIds, query.Market.Locale.Split('-')[0]);
        var (texts, ratings) = (db.PublishedTexts, db.ListingRatings);
        var heads = from l in db.PublishedListings.AsNoTracking()
                    where ids.Contains(l.Id) && l.IsLive
                    join p in db.SellerProfiles on l.TenantId equals p.TenantId
                    join s in db.SellerStandings on l.TenantId equals s.TenantId
                    where s.IsOpen
                    select new Head(
                        l.Id, l.TenantId, l.Slug, l.ShortId,
                        texts.Where(t => t.TenantId == l.TenantId && t.ListingId == l.Id && t.Locale == locale)
                            .Select(t => t.Title).FirstOrDefault() ?? l.Title,
                        l.Brand, l.Pictures, p.Slug, p.Name,
                        ratings.Where(r => r.ListingId == l.Id).Select(r => (int?)r.RatingHundredths).FirstOrDefault() ?? 0,
                        ratings.Where(r => r.ListingId == l.Id).Select(r => (int?)r.RatingCount).FirstOrDefault() ?? 0);
        return heads.ToDictionaryAsync(h => h.Id, StringComparer.Ordinal, cancellation);
    }

    private Task<List<PricedOffer>> OffersAsync(GetListingCards query, CancellationToken cancellation)
    {
        var (ids, currency, stocks) = (query.ListingIds, query.Market.CurrencyCode, db.OfferStocks);
        var offers = from o in db.Offers.AsNoTracking()
                     where ids.Contains(o.ListingId) && o.IsLive
                     join p in db.OfferPrices on new { o.TenantId, OfferId = o.Id } equals new { p.TenantId, p.OfferId }
                     where p.CurrencyCode == currency
                     select new PricedOffer(
                         o.ListingId, p,
                         stocks.Where(s => s.TenantId == o.TenantId && s.OfferId == o.Id).Sum(s => s.OnHand - s.Reserved) > 0);
        return offers.ToListAsync(cancellation);
    }

    private static ListingCard Card(Head head, IReadOnlyList<PricedOffer> offers, string currency, DateTime now)
    {
        // What can be bought leads; a listing that is sold out still shows what it cost.
        var lead = offers.OrderByDescending(o => o.IsAvailable).ThenBy(o => o.Price.MinorAt(now)).First();
        var picture = head.Pictures.FirstOrDefault();
        return new ListingCard(
            head.Id, head.TenantId, head.Slug, head.ShortId, head.Title, head.Brand, picture?.Ref, picture?.Alt ?? head.Title,
            lead.Price.MinorAt(now), lead.Price.WasMinorAt(now), lead.Price.LowestMinorAt(now),
            offers.Any(o => o.Price.MinorAt(now) != lead.Price.MinorAt(now)), currency,
            lead.IsAvailable, offers.Count, head.SellerSlug, head.SellerName, head.RatingHundredths, head.RatingCount);
    }

    private sealed record Head(
        string Id, string TenantId, string Slug, string ShortId, string Title, string Brand, List<ListingPicture> Pictures,
        string SellerSlug, string SellerName, int RatingHundredths, int RatingCount);

    private sealed record PricedOffer(string ListingId, OfferPrice Price, bool IsAvailable);
}
