using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>
/// Takes a listing out of work and sight. It can be restored. Errors: <c>listing.not-found</c>,
/// <c>listing.wrong-state</c>.
/// </summary>
[Seller(SellerPermissions.Listings)]
public sealed record ArchiveListing(string ListingId) : ICommand<Result>, ISellerTransaction;

internal sealed class ArchiveListingHandler(SellerDb db, Publication publication, TimeProvider clock)
    : ICommandHandler<ArchiveListing, Result>
{
    public async ValueTask<Result> Handle(ArchiveListing command, CancellationToken cancellationToken)
    {
        if (await db.Listings.SingleOrDefaultAsync(l => l.Id == command.ListingId, cancellationToken) is not { } listing)
            return ListingErrors.NotFound;
        if (!listing.TryArchive(clock.GetUtcNow().UtcDateTime)) return ListingErrors.WrongState("archived; it is already");
        await publication.ShowAsync(listing, isLive: false, cancellationToken);
        return Result.Success();
    }
}
