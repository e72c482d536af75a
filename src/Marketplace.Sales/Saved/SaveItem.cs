using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Saved;

/// <summary>Puts a listing on the buyer's list; once. Errors: <c>saved.no-listing</c>, <c>saved.full</c>.</summary>
[Buyer]
public sealed record SaveItem(string ListingId) : ICommand<Result>, IPlatformTransaction;

/// <summary>Takes it off again; a repeat changes nothing.</summary>
[Buyer]
public sealed record UnsaveItem(string ListingId) : ICommand<Result>, IPlatformTransaction;

public static class SavedErrors
{
    public static readonly Error NoListing = Error.NotFound("saved.no-listing", "This is not shown here any more.");

    public static readonly Error Full = Error.Refused(
        "saved.full", "Your list holds 200 things. Take off what you no longer want.");
}

internal sealed class SaveItemHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<SaveItem, Result>, ICommandHandler<UnsaveItem, Result>
{
    public async ValueTask<Result> Handle(SaveItem command, CancellationToken cancellation)
    {
        var buyerId = caller.Caller.BuyerId!;
        if (await db.SavedItems.AnyAsync(i => i.BuyerId == buyerId && i.ListingId == command.ListingId, cancellation))
            return Result.Success();
        if (!await db.PublishedListings.AnyAsync(l => l.Id == command.ListingId && l.IsLive, cancellation))
            return SavedErrors.NoListing;
        if (await db.SavedItems.CountAsync(i => i.BuyerId == buyerId, cancellation) >= SavedItem.Most) return SavedErrors.Full;
        db.Add(new SavedItem { BuyerId = buyerId, ListingId = command.ListingId, SavedAtUtc = clock.GetUtcNow().UtcDateTime });
        return Result.Success();
    }

    public async ValueTask<Result> Handle(UnsaveItem command, CancellationToken cancellation)
    {
        var buyerId = caller.Caller.BuyerId;
        await db.SavedItems.Where(i => i.BuyerId == buyerId && i.ListingId == command.ListingId).ExecuteDeleteAsync(cancellation);
        return Result.Success();
    }
}
