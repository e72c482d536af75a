using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>Hides a published listing from buyers; its draft stays. Errors: <c>listing.not-found</c>, <c>listing.wrong-state</c>.</summary>
[Seller(SellerPermissions.Listings)]
public sealed record PauseListing(string ListingId, string? IdempotencyKey = null)
    : ICommand<Result>, ISellerTransaction, IIdempotent;

internal sealed class PauseListingHandler(SellerDb db, Publication publication, TimeProvider clock)
    : ICommandHandler<PauseListing, Result>
{
    public async ValueTask<Result> Handle(PauseListing command, CancellationToken cancellationToken)
    {
        if (await db.Listings.SingleOrDefaultAsync(l => l.Id == command.ListingId, cancellationToken) is not { } listing)
            return ListingErrors.NotFound;
        if (!listing.TryPause(clock.GetUtcNow().UtcDateTime)) return ListingErrors.WrongState("paused; only a published one can");
        await publication.ShowAsync(listing, isLive: false, cancellationToken);
        return Result.Success();
    }
}
