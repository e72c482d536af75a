using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.Visits.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Orders;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Visits;

/// <summary>The shop's listings by how often their pages were opened in the last days, the most first; a page of fifty.</summary>
/// <param name="Days">Today is the last one; 1 to 60.</param>
[Seller(SellerPermissions.Listings)]
public sealed record ListVisitedListings(int Days = 30, int Page = 1) : IQuery<Result<VisitedListings>>;

public sealed record VisitedListings(IReadOnlyList<VisitedListing> Rows, int Page, int Pages);

/// <param name="Title">As buyers see or saw it last.</param>
/// <param name="Pieces">Sold in the same days.</param>
public sealed record VisitedListing(string ListingId, string Title, string? PictureRef, int Views, int Pieces);

internal sealed class ListVisitedListingsHandler(PlatformDb db, CallerAccessor caller, ISender sender, TimeProvider clock)
    : IQueryHandler<ListVisitedListings, Result<VisitedListings>>
{
    private const int PageSize = 50;

    public async ValueTask<Result<VisitedListings>> Handle(ListVisitedListings query, CancellationToken cancellation)
    {
        var tenantId = caller.Caller.TenantId ?? throw new MissingOwnerException("seller");
        var page = Math.Clamp(query.Page, 1, 1000);
        var from = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1 - Math.Clamp(query.Days, 1, 60));
        var listings = db.ListingViews.Where(v => v.TenantId == tenantId && v.Day >= from).GroupBy(v => v.ListingId)
            .Select(g => new { ListingId = g.Key, Views = g.Sum(v => v.Views) });
        var total = await listings.CountAsync(cancellation);
        var rows = await listings.OrderByDescending(v => v.Views).ThenBy(v => v.ListingId)
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        var ids = rows.ConvertAll(r => r.ListingId);
        var since = from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var sold = (await sender.Send(new GetUnitsSold([tenantId], ids, since), cancellation)).Required();
        var shown = await db.PublishedListings.AsNoTracking().Where(l => l.TenantId == tenantId && ids.Contains(l.Id))
            .Select(l => new { l.Id, l.Title, l.PictureRef }).ToDictionaryAsync(l => l.Id, StringComparer.Ordinal, cancellation);
        return new VisitedListings(
            [
                .. rows.Where(r => shown.ContainsKey(r.ListingId)).Select(r => new VisitedListing(
                    r.ListingId, shown[r.ListingId].Title, shown[r.ListingId].PictureRef, r.Views,
                    sold.GetValueOrDefault(r.ListingId))),
            ], page, (total + PageSize - 1) / PageSize);
    }
}
