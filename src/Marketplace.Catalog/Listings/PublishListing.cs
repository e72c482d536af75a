using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>
/// Shows the saved draft to buyers: an immutable revision, and the projection in the same transaction. Errors:
/// <c>listing.not-found</c>, <c>listing.wrong-state</c> (archived), <c>listing.not-ready</c> with the fields to mend,
/// <c>seller.not-traceable</c> before the trader's own data are complete, <c>listing.plan-full</c>.
/// </summary>
[Seller(SellerPermissions.Listings)]
public sealed record PublishListing(string ListingId, string? IdempotencyKey = null)
    : ICommand<Result>, ISellerTransaction, IIdempotent;

internal sealed class PublishListingHandler(SellerDb db, Publication publication) : ICommandHandler<PublishListing, Result>
{
    public async ValueTask<Result> Handle(PublishListing command, CancellationToken cancellationToken)
    {
        if (await db.Listings.SingleOrDefaultAsync(l => l.Id == command.ListingId, cancellationToken) is not { } listing)
            return ListingErrors.NotFound;
        if (listing.State == ListingState.Archived) return ListingErrors.WrongState("published; restore it first");

        if (await PublicationGate.ShutAsync(db, listing.Id, cancellationToken) is { } shut) return shut;

        var texts = await db.ListingTexts.Where(t => t.ListingId == listing.Id).ToListAsync(cancellationToken);
        var variants = await db.ListingVariants.Where(v => v.ListingId == listing.Id)
            .OrderBy(v => v.Position).ToListAsync(cancellationToken);
        var offers = variants.Select(v => v.Id).ToList();
        var prices = await db.OfferPrices.AsNoTracking()
            .Where(p => p.TenantId == listing.TenantId && offers.Contains(p.OfferId)).ToListAsync(cancellationToken);
        var tree = await CategoryTreeReader.ReadAsync(db, cancellationToken);

        var problems = Readiness.Problems(listing, texts, variants, prices, tree);
        if (problems.Count > 0) return ListingErrors.NotReady(problems);
        await publication.WriteAsync(new WorkingCopy(listing, texts, variants, prices, tree), cancellationToken);
        return Result.Success();
    }
}

/// <summary>All of a listing that a publication shows.</summary>
internal sealed record WorkingCopy(
    Listing Listing, IReadOnlyList<ListingText> Texts, IReadOnlyList<ListingVariant> Variants,
    IReadOnlyList<OfferPrice> Prices, CategoryTree Tree);
