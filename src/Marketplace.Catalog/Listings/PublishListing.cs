using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Listings.Review;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Catalog.Listings;

/// <summary>
/// Shows the saved draft to buyers: an immutable revision, and the projection in the same transaction; or sends it to
/// the marketplace to be looked at first, where its <see cref="ListingRules"/> say so. Errors:
/// <c>listing.not-found</c>, <c>listing.wrong-state</c> (archived), <c>listing.not-ready</c> with the fields to mend,
/// <c>seller.not-traceable</c> before the trader's own data are complete, <c>listing.plan-full</c>, <c>listing.changed</c>.
/// </summary>
[Seller(SellerPermissions.Listings)]
public sealed record PublishListing(string ListingId, string? IdempotencyKey = null)
    : ICommand<Result<Publishing>>, ISellerTransaction, IIdempotent;

/// <param name="IsHeld">Buyers see it only once the marketplace has looked at it.</param>
public sealed record Publishing(bool IsHeld);

internal sealed class PublishListingHandler(SellerDb db, Publication publication, ReviewGate review, IDatabaseProvider database)
    : ICommandHandler<PublishListing, Result<Publishing>>
{
    public async ValueTask<Result<Publishing>> Handle(PublishListing command, CancellationToken cancellationToken)
    {
        if (await WorkingCopy.ReadAsync(db, command.ListingId, cancellationToken) is not { } copy) return ListingErrors.NotFound;
        if (copy.Listing.State == ListingState.Archived) return ListingErrors.WrongState("published; restore it first");
        if (await PublicationGate.ShutAsync(db, command.ListingId, cancellationToken) is { } shut) return shut;
        if (copy.Problems() is { Count: > 0 } problems) return ListingErrors.NotReady(problems);
        if (await review.HoldsAsync(copy, cancellationToken))
            return await db.TrySaveAsync(database, cancellationToken) ? new Publishing(IsHeld: true) : ListingErrors.Changed;
        await publication.WriteAsync(copy, cancellationToken);
        return new Publishing(IsHeld: false);
    }
}
