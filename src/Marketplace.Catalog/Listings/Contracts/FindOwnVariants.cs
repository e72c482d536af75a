using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings.Contracts;

/// <param name="IsShown">Its listing has been published, live or not.</param>
public sealed record OwnVariant(string VariantId, string ListingId, bool IsShown, string? GroupGtin);

/// <summary>Which of these variants are the seller's; others are left out.</summary>
[Internal]
public sealed record FindOwnVariants(IReadOnlyList<string> VariantIds) : IQuery<Result<IReadOnlyList<OwnVariant>>>;

internal sealed class FindOwnVariantsHandler(SellerDb db)
    : IQueryHandler<FindOwnVariants, Result<IReadOnlyList<OwnVariant>>>
{
    public async ValueTask<Result<IReadOnlyList<OwnVariant>>> Handle(
        FindOwnVariants query, CancellationToken cancellationToken)
    {
        var (ids, published) = (query.VariantIds, db.PublishedListings);
        return await db.ListingVariants.Where(v => ids.Contains(v.Id))
            .Select(v => new OwnVariant(
                v.Id, v.ListingId,
                published.Any(l => l.TenantId == v.TenantId && l.Id == v.ListingId),
                published.Where(l => l.TenantId == v.TenantId && l.Id == v.ListingId)
                    .Select(l => l.GroupGtin).FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }
}
