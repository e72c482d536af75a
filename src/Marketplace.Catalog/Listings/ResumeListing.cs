using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>Shows a paused listing again as it was. Errors: <c>listing.not-found</c>, <c>listing.wrong-state</c>,
/// <c>listing.plan-full</c>, <c>listing.taken-down</c>.</summary>
[Seller(SellerPermissions.Listings)]
public sealed record ResumeListing(string ListingId) : ICommand<Result>, ISellerTransaction;

internal sealed class ResumeListingHandler(SellerDb db, Publication publication, TimeProvider clock)
    : ICommandHandler<ResumeListing, Result>
{
    public async ValueTask<Result> Handle(ResumeListing command, CancellationToken cancellationToken)
    {
        if (await db.Listings.SingleOrDefaultAsync(l => l.Id == command.ListingId, cancellationToken) is not { } listing)
            return ListingErrors.NotFound;
        if (await db.ListingSubmissions.AnyAsync(s => s.ListingId == listing.Id && s.IsTakenDown, cancellationToken))
            return ListingErrors.TakenDown;
        if (!listing.TryResume(clock.GetUtcNow().UtcDateTime)) return ListingErrors.WrongState("shown again; only a paused one can");
        if (await PublicationGate.ShutAsync(db, listing.Id, cancellationToken) is { } shut) return shut;
        await publication.ShowAsync(listing, isLive: true, cancellationToken);
        return Result.Success();
    }
}
