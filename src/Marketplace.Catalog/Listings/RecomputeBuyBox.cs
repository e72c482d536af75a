using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>
/// Makes the product group of a GTIN what its listings are now, and chooses its buy box. A number that one listing
/// alone has makes no group. The group's version lets two at once not both win: the later one is delivered again.
/// </summary>
[Internal]
public sealed record RecomputeBuyBox(string Gtin) : ICommand<Result>, IPlatformTransaction;

internal sealed class RecomputeBuyBoxOnTouch : IConsume<ProductGroupTouched>
{
    public IEnumerable<ICommand<Result>> On(ProductGroupTouched happened) => [new RecomputeBuyBox(happened.Gtin)];
}

internal sealed class RecomputeBuyBoxHandler(PlatformDb db, TimeProvider clock) : ICommandHandler<RecomputeBuyBox, Result>
{
    private readonly HashSet<(string TenantId, string ListingId)> _changed = [];

    public async ValueTask<Result> Handle(RecomputeBuyBox command, CancellationToken cancellationToken)
    {
        var listings = await BuyBoxCandidates.ListingsAsync(db, command.Gtin, cancellationToken);
        var groupId = Ids.From("product-group", command.Gtin);
        var group = await db.ProductGroups.SingleOrDefaultAsync(g => g.Id == groupId, cancellationToken);
        if (group is null && listings.Count < 2) return Result.Success();
        if (group is null) db.Add(group = new ProductGroup { Id = groupId, Gtin = command.Gtin, Title = listings[0].Title });
        else group.Version++;

        var members = listings.Count < 2 ? [] : listings;
        await SetMembersAsync(groupId, members, cancellationToken);
        var box = BuyBoxRule.Choose(
            await BuyBoxCandidates.ReadAsync(db, members, clock.GetUtcNow().UtcDateTime, cancellationToken));
        await SetBoxAsync(groupId, box, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await ListingChanges.BumpAsync(db, _changed, cancellationToken);
        return Result.Success();
    }

    private async Task SetMembersAsync(string groupId, IReadOnlyList<PublishedListing> listings, CancellationToken cancellation)
    {
        var ids = listings.Select(l => l.Id).ToList();
        var rows = await db.ProductGroupMembers.Where(m => m.GroupId == groupId || ids.Contains(m.ListingId))
            .ToListAsync(cancellation);
        foreach (var gone in rows.Where(m => !ids.Contains(m.ListingId)))
        {
            db.Remove(gone);
            _changed.Add((gone.TenantId, gone.ListingId));
        }

        foreach (var listing in listings)
        {
            var row = rows.SingleOrDefault(m => m.ListingId == listing.Id);
            if (row?.GroupId == groupId) continue;
            if (row is null) db.Add(new ProductGroupMember { ListingId = listing.Id, TenantId = listing.TenantId, GroupId = groupId });
            else row.GroupId = groupId;
            _changed.Add((listing.TenantId, listing.Id));
        }
    }

    private async Task SetBoxAsync(string groupId, BuyBoxCandidate? winner, CancellationToken cancellation)
    {
        var rows = db.BuyBoxes.Where(b => b.GroupId == groupId);
        var box = await rows.AsNoTracking().SingleOrDefaultAsync(cancellation);
        if (box?.OfferId == winner?.OfferId) return;
        if (box is not null && box.ListingId != winner?.ListingId) _changed.Add((box.TenantId, box.ListingId));
        if (winner is not null && box?.ListingId != winner.ListingId) _changed.Add((winner.TenantId, winner.ListingId));

        // Taken away and put again: a row's tenant never changes.
        await rows.ExecuteDeleteAsync(cancellation);
        if (winner is null) return;
        db.Add(new BuyBox
        {
            GroupId = groupId, TenantId = winner.TenantId, ListingId = winner.ListingId, OfferId = winner.OfferId,
            ChosenAtUtc = clock.GetUtcNow().UtcDateTime,
        });
    }
}
