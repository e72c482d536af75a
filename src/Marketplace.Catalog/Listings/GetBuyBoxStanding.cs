using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>
/// Why a listing leads the page that it shares with other sellers of the same number, or why not: by the rule itself,
/// in words and numbers. Null where nobody else sells the same. Error: <c>listing.not-found</c>.
/// </summary>
[Seller(SellerPermissions.Listings)]
public sealed record GetBuyBoxStanding(string ListingId) : IQuery<Result<BuyBoxStanding?>>;

/// <param name="Place">1 leads.</param>
/// <param name="LeaderMinor">What the leading offer costs in the currency of comparison; null: it has no price in it.</param>
public sealed record BuyBoxStanding(
    string Gtin, int Offers, int Sellers, int Place, BuyBoxReason Reason, string CurrencyCode, long? MyMinor, long? LeaderMinor,
    int MyRatingHundredths, int LeaderRatingHundredths, DateTime MySinceUtc, DateTime LeaderSinceUtc);

internal sealed class GetBuyBoxStandingHandler(SellerDb db, TimeProvider clock)
    : IQueryHandler<GetBuyBoxStanding, Result<BuyBoxStanding?>>
{
    public async ValueTask<Result<BuyBoxStanding?>> Handle(GetBuyBoxStanding query, CancellationToken cancellationToken)
    {
        if (!await db.Listings.AnyAsync(l => l.Id == query.ListingId, cancellationToken)) return ListingErrors.NotFound;
        var gtin = await db.PublishedListings.Where(l => l.TenantId == db.TenantId && l.Id == query.ListingId && l.IsLive)
            .Select(l => l.GroupGtin).SingleOrDefaultAsync(cancellationToken);
        if (gtin is null) return Result<BuyBoxStanding?>.Success(null);
        var listings = await BuyBoxCandidates.ListingsAsync(db, gtin, cancellationToken);
        if (listings.Count < 2) return Result<BuyBoxStanding?>.Success(null);

        var candidates = await BuyBoxCandidates.ReadAsync(db, listings, clock.GetUtcNow().UtcDateTime, cancellationToken);
        var order = BuyBoxRule.Order(candidates);
        var place = order.ToList().FindIndex(c => c.ListingId == query.ListingId);
        if (place < 0) return Result<BuyBoxStanding?>.Success(null);
        var (mine, leader, currency) = (order[place], order[0], BuyBoxRule.CurrencyOf(candidates)!);
        return new BuyBoxStanding(
            gtin, order.Count, order.Select(c => c.TenantId).Distinct(StringComparer.Ordinal).Count(), place + 1,
            BuyBoxRule.Why(mine, leader, currency), currency,
            mine.Prices.TryGetValue(currency, out var own) ? own : null,
            leader.Prices.TryGetValue(currency, out var best) ? best : null,
            mine.RatingHundredths, leader.RatingHundredths, mine.FirstPublishedAtUtc, leader.FirstPublishedAtUtc);
    }
}
