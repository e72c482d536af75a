using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>How much the seller offers, and of how much little is left: the numbers of its first page.</summary>
[Seller(SellerPermissions.Member)]
public sealed record CountMyListings : IQuery<Result<ListingCounts>>;

/// <param name="Low">Variants at their mark for low stock or below it, as the stock list counts them.</param>
public sealed record ListingCounts(int Published, int Drafts, int Low);

internal sealed class CountMyListingsHandler(SellerDb db) : IQueryHandler<CountMyListings, Result<ListingCounts>>
{
    public async ValueTask<Result<ListingCounts>> Handle(CountMyListings query, CancellationToken cancellationToken)
    {
        var states = await db.Listings.GroupBy(l => l.State).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var stocks = db.OfferStocks.Where(s => s.TenantId == db.TenantId);
        var marks = db.LowStockMarks.Where(m => m.TenantId == db.TenantId);
        var low = await db.ListingVariants
            .Join(db.Listings, v => new { v.TenantId, Id = v.ListingId }, l => new { l.TenantId, l.Id }, (v, l) => new { v, l })
            .Where(x => x.l.State != ListingState.Archived)
            .CountAsync(
                x => stocks.Where(s => s.OfferId == x.v.Id).Sum(s => s.OnHand - s.Reserved)
                    <= (marks.Where(m => m.Id == x.v.Id).Select(m => (int?)m.Units).FirstOrDefault()
                        ?? marks.Where(m => m.Id == LowStockMark.Shop).Select(m => (int?)m.Units).FirstOrDefault()
                        ?? LowStockMark.Usual),
                cancellationToken);
        return new ListingCounts(
            states.GetValueOrDefault(ListingState.Published), states.GetValueOrDefault(ListingState.Draft), low);
    }
}
