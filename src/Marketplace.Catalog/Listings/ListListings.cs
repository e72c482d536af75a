using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>Every seller's published listings, the newest publication first, for the platform's eyes.</summary>
/// <param name="After">The cursor of the page before.</param>
[Admin(AdminPermissions.Catalog)]
public sealed record ListListings(string? Search = null, string? TenantId = null, string? After = null, int Take = 50)
    : IQuery<Result<AdminListings>>;

/// <param name="IsLive">Buyers see it: it is shown, and its shop is open.</param>
public sealed record AdminListingRow(
    string ListingId, string TenantId, string SellerName, string SellerSlug, string Title, string Slug, string ShortId,
    string? PictureRef, string CategoryId, bool IsLive, DateTime PublishedAtUtc);

public sealed record AdminListings(IReadOnlyList<AdminListingRow> Rows, string? Next);

internal sealed class ListListingsHandler(PlatformDb db) : IQueryHandler<ListListings, Result<AdminListings>>
{
    public async ValueTask<Result<AdminListings>> Handle(ListListings query, CancellationToken cancellationToken)
    {
        var take = Math.Clamp(query.Take, 1, 200);
        var listings = db.PublishedListings.AsNoTracking();
        if (query.TenantId is { } tenant) listings = listings.Where(l => l.TenantId == tenant);
        if (query.Search?.Trim().ToLowerInvariant() is { Length: > 0 and <= 100 } wanted)
            listings = listings.Where(l => l.Title.ToLower().Contains(wanted) || l.ShortId == wanted);
        if (query.After?.Split('~') is [var ticks, var id] && long.TryParse(ticks, out var t) && t is > 0 and < 3_155_378_975_999_999_999)
        {
            var at = new DateTime(t, DateTimeKind.Utc);
            listings = listings.Where(l => l.PublishedAtUtc < at || (l.PublishedAtUtc == at && l.Id.CompareTo(id) < 0));
        }

        var page = from l in listings
                   join p in db.SellerProfiles on l.TenantId equals p.TenantId
                   join s in db.SellerStandings on l.TenantId equals s.TenantId
                   orderby l.PublishedAtUtc descending, l.Id descending
                   select new AdminListingRow(
                       l.Id, l.TenantId, p.Name, p.Slug, l.Title, l.Slug, l.ShortId, l.PictureRef, l.CategoryId, l.IsLive && s.IsOpen,
                       l.PublishedAtUtc);
        var rows = await page.Take(take + 1).ToListAsync(cancellationToken);
        var next = rows.Count > take ? $"{rows[take - 1].PublishedAtUtc.Ticks}~{rows[take - 1].ListingId}" : null;
        return new AdminListings([.. rows.Take(take)], next);
    }
}
