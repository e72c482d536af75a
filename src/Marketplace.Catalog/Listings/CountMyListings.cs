using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Listings.Review;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>How much the seller offers, and of how much little is left: the numbers of its first page; one query.</summary>
[Seller(SellerPermissions.Member)]
public sealed record CountMyListings : IQuery<Result<ListingCounts>>;

/// <param name="Low">Variants at their mark for low stock or below it, as the stock list counts them.</param>
/// <param name="SentBack">Refused or taken off sale by the marketplace, and not sent again.</param>
/// <param name="Waiting">Sent to be looked at; the first since <paramref name="WaitingSinceUtc"/>.</param>
public sealed record ListingCounts(
    int Published, int Drafts, int Low, int SentBack = 0, DateTime? SentBackSinceUtc = null, int Waiting = 0,
    DateTime? WaitingSinceUtc = null);

internal sealed class CountMyListingsHandler(SellerDb db) : IQueryHandler<CountMyListings, Result<ListingCounts>>
{
    public async ValueTask<Result<ListingCounts>> Handle(CountMyListings query, CancellationToken cancellationToken)
    {
        var low = Low();
        var states = await (
                from l in db.Listings
                where l.State != ListingState.Archived
                join s in db.ListingSubmissions on new { l.TenantId, l.Id } equals new { s.TenantId, Id = s.ListingId } into sent
                from s in sent.DefaultIfEmpty()
                select new { l.State, Sent = (SubmissionState?)s.State, At = s.DecidedAtUtc ?? s.AtUtc })
            .GroupBy(x => new { x.State, x.Sent })
            .Select(g => new { g.Key.State, g.Key.Sent, Count = g.Count(), Since = (DateTime?)g.Min(x => x.At), Low = low.Count() })
            .ToListAsync(cancellationToken);
        var back = states.Where(s => s.Sent is SubmissionState.Rejected or SubmissionState.TakenDown).ToList();
        var waiting = states.Where(s => s.Sent is SubmissionState.Waiting).ToList();
        return new ListingCounts(
            states.Where(s => s.State == ListingState.Published).Sum(s => s.Count),
            states.Where(s => s.State == ListingState.Draft).Sum(s => s.Count),
            states.FirstOrDefault()?.Low ?? 0, back.Sum(s => s.Count), back.Min(s => s.Since), waiting.Sum(s => s.Count),
            waiting.Min(s => s.Since));
    }

    private IQueryable<ListingVariant> Low()
    {
        var stocks = db.OfferStocks.Where(s => s.TenantId == db.TenantId);
        var marks = db.LowStockMarks.Where(m => m.TenantId == db.TenantId);
        return db.ListingVariants
            .Join(db.Listings, v => new { v.TenantId, Id = v.ListingId }, l => new { l.TenantId, l.Id }, (v, l) => new { v, l })
            .Where(x => x.l.State != ListingState.Archived)
            .Where(x => stocks.Where(s => s.OfferId == x.v.Id).Sum(s => s.OnHand - s.Reserved)
                <= (marks.Where(m => m.Id == x.v.Id).Select(m => (int?)m.Units).FirstOrDefault()
                    ?? marks.Where(m => m.Id == LowStockMark.Shop).Select(m => (int?)m.Units).FirstOrDefault()
                    ?? LowStockMark.Usual))
            .Select(x => x.v);
    }
}
