using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Listings.Review;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>The tabs of the seller's table.</summary>
public enum ListingTab
{
    All,
    Draft,
    Published,
    OutOfStock,
    /// <summary>The marketplace has not looked at them yet.</summary>
    InReview,
    /// <summary>Refused or taken off sale by the marketplace.</summary>
    SentBack,
    Paused,
    Archived,
}

public enum ListingSort
{
    Changed,
    Title,
}

/// <summary>The seller's listings, a page of them, with the number in each tab.</summary>
/// <param name="Search">In titles and SKUs.</param>
/// <param name="After">The cursor of the page before.</param>
[Seller(SellerPermissions.Listings)]
public sealed record ListMyListings(
    ListingTab Tab = ListingTab.All, string? Search = null, ListingSort Sort = ListingSort.Changed, string? After = null,
    int Take = 50) : IQuery<Result<MyListings>>;

/// <param name="Prices">The lowest of each currency.</param>
public sealed record MyListingRow(
    string Id, string ShortId, string Title, IReadOnlyList<ListingPicture> Pictures, ListingState State, bool HasChanges, string FirstSku,
    int Variants, int Available, IReadOnlyList<MyPrice> Prices, DateTime ChangedAtUtc, string? Slug,
    SubmissionState? Submission = null)
{
    /// <summary>Where buyers see it; null while they do not.</summary>
    public string? Url => Slug is null ? null : $"/p/{Slug}-{ShortId}";
}

public sealed record MyPrice(string CurrencyCode, long PriceMinor);

public sealed record MyListings(
    IReadOnlyList<MyListingRow> Rows, string? Next, IReadOnlyDictionary<ListingTab, int> Counts);

internal sealed class ListMyListingsHandler(SellerDb db) : IQueryHandler<ListMyListings, Result<MyListings>>
{
    public async ValueTask<Result<MyListings>> Handle(ListMyListings query, CancellationToken cancellationToken)
    {
        var take = Math.Clamp(query.Take, 1, 200);
        var page = await After(Searched(InTab(db.Listings.AsNoTracking(), query.Tab), query.Search), query)
            .Take(take + 1).Select(l => new { l.Id, l.ChangedAtUtc, l.Title }).ToListAsync(cancellationToken);
        var rows = await RowsAsync([.. page.Take(take).Select(p => p.Id)], cancellationToken);
        var last = page.Count > take ? page[take - 1] : null;
        var next = last is null ? null : query.Sort switch
        {
            ListingSort.Changed => $"{last.ChangedAtUtc.Ticks}~{last.Id}",
            ListingSort.Title => $"{last.Title}~{last.Id}",
        };
        return new MyListings(rows, next, await CountsAsync(cancellationToken));
    }

    private IQueryable<Listing> InTab(IQueryable<Listing> listings, ListingTab tab) => tab switch
    {
        ListingTab.All => listings.Where(l => l.State != ListingState.Archived),
        ListingTab.Draft => listings.Where(l => l.State == ListingState.Draft),
        ListingTab.Published => listings.Where(l => l.State == ListingState.Published),
        ListingTab.OutOfStock => listings.Where(l => l.State == ListingState.Published).Where(NotAvailable()),
        ListingTab.InReview => Sent(listings, SubmissionState.Waiting, SubmissionState.Waiting),
        ListingTab.SentBack => Sent(listings, SubmissionState.Rejected, SubmissionState.TakenDown),
        ListingTab.Paused => listings.Where(l => l.State == ListingState.Paused),
        ListingTab.Archived => listings.Where(l => l.State == ListingState.Archived),
    };

    private IQueryable<Listing> Sent(IQueryable<Listing> listings, SubmissionState one, SubmissionState other)
    {
        var submissions = db.ListingSubmissions;
        return listings.Where(l => l.State != ListingState.Archived && submissions.Any(
            s => s.TenantId == l.TenantId && s.ListingId == l.Id && (s.State == one || s.State == other)));
    }

    private System.Linq.Expressions.Expression<Func<Listing, bool>> NotAvailable()
    {
        var (variants, stocks) = (db.ListingVariants, db.OfferStocks);
        return l => !variants.Any(v => v.ListingId == l.Id
            && stocks.Any(s => s.TenantId == v.TenantId && s.OfferId == v.Id && s.OnHand > s.Reserved));
    }

    private IQueryable<Listing> Searched(IQueryable<Listing> listings, string? search)
    {
        if (string.IsNullOrWhiteSpace(search)) return listings;
        var (wanted, variants) = (search.Trim().ToLowerInvariant(), db.ListingVariants);
        if (wanted.Length > 100) wanted = wanted[..100];
        return listings.Where(l => l.Title.ToLower().Contains(wanted)
            || variants.Any(v => v.ListingId == l.Id && v.Sku.ToLower().Contains(wanted)));
    }

    private static IQueryable<Listing> After(IQueryable<Listing> listings, ListMyListings query)
    {
        var cut = query.After?.LastIndexOf('~') ?? -1;
        var (value, id) = cut < 0 ? (null, "") : (query.After![..cut], query.After[(cut + 1)..]);
        if (query.Sort == ListingSort.Title)
        {
            if (value is not null)
                listings = listings.Where(l => l.Title.CompareTo(value) > 0 || (l.Title == value && l.Id.CompareTo(id) > 0));
            return listings.OrderBy(l => l.Title).ThenBy(l => l.Id);
        }

        if (long.TryParse(value, out var ticks) && ticks is > 0 and < 3_155_378_975_999_999_999)
        {
            var at = new DateTime(ticks, DateTimeKind.Utc);
            listings = listings.Where(l => l.ChangedAtUtc < at || (l.ChangedAtUtc == at && l.Id.CompareTo(id) < 0));
        }

        return listings.OrderByDescending(l => l.ChangedAtUtc).ThenByDescending(l => l.Id);
    }

    private async Task<List<MyListingRow>> RowsAsync(List<string> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return [];
        var (variants, stocks, published, submissions) =
            (db.ListingVariants, db.OfferStocks, db.PublishedListings, db.ListingSubmissions);
        var prices = await PricesAsync(ids, cancellation);
        var rows = await db.Listings.AsNoTracking().Where(l => ids.Contains(l.Id))
            .Select(l => new
            {
                Listing = l,
                FirstSku = variants.Where(v => v.ListingId == l.Id).OrderBy(v => v.Position).Select(v => v.Sku).FirstOrDefault(),
                Variants = variants.Count(v => v.ListingId == l.Id),
                Available = stocks
                    .Where(s => s.TenantId == l.TenantId && variants.Any(v => v.ListingId == l.Id && v.Id == s.OfferId))
                    .Sum(s => s.OnHand - s.Reserved),
                Slug = published.Where(p => p.TenantId == l.TenantId && p.Id == l.Id && p.IsLive)
                    .Select(p => p.Slug).FirstOrDefault(),
                Submission = submissions.Where(s => s.TenantId == l.TenantId && s.ListingId == l.Id)
                    .Select(s => (SubmissionState?)s.State).FirstOrDefault(),
            }).ToListAsync(cancellation);
        return [.. rows.OrderBy(r => ids.IndexOf(r.Listing.Id)).Select(r => new MyListingRow(
            r.Listing.Id, r.Listing.ShortId, r.Listing.Title, r.Listing.Pictures, r.Listing.State, r.Listing.HasChanges,
            r.FirstSku ?? "", r.Variants, r.Available, [.. prices[r.Listing.Id]], r.Listing.ChangedAtUtc, r.Slug, r.Submission))];
    }

    private async Task<ILookup<string, MyPrice>> PricesAsync(List<string> ids, CancellationToken cancellation)
    {
        var rows = await db.ListingVariants.Where(v => ids.Contains(v.ListingId))
            .Join(db.OfferPrices, v => new { v.TenantId, OfferId = v.Id }, p => new { p.TenantId, p.OfferId },
                (v, p) => new { v.ListingId, p.CurrencyCode, p.PriceMinor })
            .GroupBy(r => new { r.ListingId, r.CurrencyCode })
            .Select(g => new { g.Key.ListingId, g.Key.CurrencyCode, Lowest = g.Min(r => r.PriceMinor) })
            .ToListAsync(cancellation);
        return rows.OrderBy(r => r.CurrencyCode, StringComparer.Ordinal)
            .ToLookup(r => r.ListingId, r => new MyPrice(r.CurrencyCode, r.Lowest), StringComparer.Ordinal);
    }

    private async Task<Dictionary<ListingTab, int>> CountsAsync(CancellationToken cancellation)
    {
        var counts = await (
                from l in db.Listings
                join s in db.ListingSubmissions on new { l.TenantId, l.Id } equals new { s.TenantId, Id = s.ListingId } into sent
                from s in sent.DefaultIfEmpty()
                select new { l.State, Sent = (SubmissionState?)s.State })
            .GroupBy(x => new { x.State, x.Sent }).Select(g => new { g.Key.State, g.Key.Sent, Count = g.Count() })
            .ToListAsync(cancellation);
        int Of(ListingState state) => counts.Where(c => c.State == state).Sum(c => c.Count);
        int Sent(params SubmissionState?[] states) =>
            counts.Where(c => c.State != ListingState.Archived && states.Contains(c.Sent)).Sum(c => c.Count);
        return new Dictionary<ListingTab, int>
        {
            [ListingTab.All] = counts.Where(c => c.State != ListingState.Archived).Sum(c => c.Count),
            [ListingTab.Draft] = Of(ListingState.Draft),
            [ListingTab.Published] = Of(ListingState.Published),
            [ListingTab.OutOfStock] = await InTab(db.Listings, ListingTab.OutOfStock).CountAsync(cancellation),
            [ListingTab.InReview] = Sent(SubmissionState.Waiting),
            [ListingTab.SentBack] = Sent(SubmissionState.Rejected, SubmissionState.TakenDown),
            [ListingTab.Paused] = Of(ListingState.Paused),
            [ListingTab.Archived] = Of(ListingState.Archived),
        };
    }
}
