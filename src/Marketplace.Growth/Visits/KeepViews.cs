using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Growth.Visits.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Visits;

/// <summary>Adds what one process has counted to the days' numbers; listings that are not there are left out.</summary>
[Internal]
public sealed record KeepViews(IReadOnlyList<ViewCount> Counts) : ICommand<Result>, IPlatformTransaction;

internal sealed class KeepViewsHandler(PlatformDb db) : ICommandHandler<KeepViews, Result>
{
    public async ValueTask<Result> Handle(KeepViews command, CancellationToken cancellation)
    {
        var ids = command.Counts.Select(c => c.ShortId).Distinct().ToList();
        var listings = await db.PublishedListings.Where(l => ids.Contains(l.ShortId))
            .ToDictionaryAsync(l => l.ShortId, l => new { l.TenantId, l.Id }, StringComparer.Ordinal, cancellation);
        var found = command.Counts.Where(c => listings.ContainsKey(c.ShortId))
            .Select(c => (Of: listings[c.ShortId], c.Day, c.Views)).ToList();
        // Every writer takes the rows in the order of their keys, so that two processes never wait for each other.
        foreach (var shop in found.GroupBy(f => (f.Of.TenantId, f.Day)).OrderBy(g => g.Key.TenantId, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Day))
        {
            var ((tenantId, day), views) = (shop.Key, shop.Sum(f => f.Views));
            var added = await db.ShopViews.Where(v => v.TenantId == tenantId && v.Day == day)
                .ExecuteUpdateAsync(s => s.SetProperty(v => v.Views, v => v.Views + views), cancellation);
            if (added == 0) db.Add(new ShopViews { TenantId = tenantId, Day = day, Views = views });
        }

        foreach (var one in found.OrderBy(f => f.Of.TenantId, StringComparer.Ordinal).ThenBy(f => f.Day)
            .ThenBy(f => f.Of.Id, StringComparer.Ordinal))
        {
            var (listing, day, views) = one;
            var added = await db.ListingViews.Where(v => v.TenantId == listing.TenantId && v.Day == day && v.ListingId == listing.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(v => v.Views, v => v.Views + views), cancellation);
            if (added == 0) db.Add(new ListingViews { TenantId = listing.TenantId, Day = day, ListingId = listing.Id, Views = views });
        }

        return Result.Success();
    }
}
