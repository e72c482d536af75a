using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>Brings an archived listing back as a draft. Errors: <c>listing.not-found</c>, <c>listing.wrong-state</c>.</summary>
[Seller(SellerPermissions.Listings)]
public sealed record RestoreListing(string ListingId) : ICommand<Result>, ISellerTransaction;

internal sealed class RestoreListingHandler(SellerDb db, TimeProvider clock)
    : ICommandHandler<RestoreListing, Result>
{
    public async ValueTask<Result> Handle(RestoreListing command, CancellationToken cancellationToken)
    {
        if (await db.Listings.SingleOrDefaultAsync(l => l.Id == command.ListingId, cancellationToken) is not { } listing)
            return ListingErrors.NotFound;
        if (!listing.TryRestore(clock.GetUtcNow().UtcDateTime)) return ListingErrors.WrongState("restored; only an archived one can");
        return Result.Success();
    }
}
