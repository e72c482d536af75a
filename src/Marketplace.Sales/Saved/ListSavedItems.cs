using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Saved;

/// <summary>The ids of what the caller has saved, the newest first; none for who has no buyer id.</summary>
[Anyone]
public sealed record ListSavedItems : IQuery<Result<IReadOnlyList<string>>>;

/// <summary>
/// At sign-in: what the guest saved joins what the person saved, as far as the list holds it. A repeat finds nothing left.
/// </summary>
[Internal]
public sealed record MergeSaved(string GuestBuyerId, string BuyerId) : ICommand<Result>, IPlatformTransaction;

internal sealed class ListSavedItemsHandler(PlatformDb db, CallerAccessor caller)
    : IQueryHandler<ListSavedItems, Result<IReadOnlyList<string>>>
{
    public async ValueTask<Result<IReadOnlyList<string>>> Handle(ListSavedItems query, CancellationToken cancellation)
    {
        if (caller.Caller.BuyerId is not { } buyerId) return Result<IReadOnlyList<string>>.Success([]);
        return await db.SavedItems.AsNoTracking().Where(i => i.BuyerId == buyerId).OrderByDescending(i => i.SavedAtUtc)
            .Take(SavedItem.Most).Select(i => i.ListingId).ToListAsync(cancellation);
    }
}

internal sealed class MergeSavedHandler(PlatformDb db) : ICommandHandler<MergeSaved, Result>
{
    public async ValueTask<Result> Handle(MergeSaved command, CancellationToken cancellation)
    {
        var (guest, mine) = (command.GuestBuyerId, command.BuyerId);
        if (guest == mine) return Result.Success();
        var theirs = await db.SavedItems.Where(i => i.BuyerId == guest).OrderByDescending(i => i.SavedAtUtc).ToListAsync(cancellation);
        var own = await db.SavedItems.Where(i => i.BuyerId == mine).Select(i => i.ListingId).ToListAsync(cancellation);
        db.RemoveRange(theirs);
        foreach (var item in theirs.Where(i => !own.Contains(i.ListingId)).Take(SavedItem.Most - own.Count))
            db.Add(new SavedItem { BuyerId = mine, ListingId = item.ListingId, SavedAtUtc = item.SavedAtUtc });
        return Result.Success();
    }
}
