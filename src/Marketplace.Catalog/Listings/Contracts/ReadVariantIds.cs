using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings.Contracts;

/// <summary>The variants of one of the seller's listings, in their order; none of a stranger's.</summary>
[Internal]
public sealed record ReadVariantIds(string ListingId) : IQuery<Result<IReadOnlyList<string>>>;

internal sealed class ReadVariantIdsHandler(SellerDb db) : IQueryHandler<ReadVariantIds, Result<IReadOnlyList<string>>>
{
    public async ValueTask<Result<IReadOnlyList<string>>> Handle(ReadVariantIds query, CancellationToken cancellationToken) =>
        await db.ListingVariants.Where(v => v.ListingId == query.ListingId).OrderBy(v => v.Position).Select(v => v.Id)
            .ToListAsync(cancellationToken);
}
