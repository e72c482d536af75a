using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings.Contracts;

public sealed record OwnVariantRow(
    string OfferId, string ListingId, string Title, string OptionsText, string Sku, string? PictureRef);

/// <summary>The seller's variants that are not archived, by words of their title or SKU; at most 5,000.</summary>
/// <param name="OfferId">Only this one, archived or not.</param>
[Internal]
public sealed record ReadOwnVariants(string? Search, string? OfferId = null) : IQuery<Result<IReadOnlyList<OwnVariantRow>>>;

internal sealed class ReadOwnVariantsHandler(SellerDb db)
    : IQueryHandler<ReadOwnVariants, Result<IReadOnlyList<OwnVariantRow>>>
{
    public async ValueTask<Result<IReadOnlyList<OwnVariantRow>>> Handle(
        ReadOwnVariants query, CancellationToken cancellationToken)
    {
        var wanted = (query.Search ?? "").Trim().ToLowerInvariant();
        if (wanted.Length > 100) wanted = wanted[..100];
        var rows = from v in db.ListingVariants.AsNoTracking()
                   join l in db.Listings on v.ListingId equals l.Id
                   where (query.OfferId == null ? l.State != ListingState.Archived : v.Id == query.OfferId)
                       && (wanted == "" || l.Title.ToLower().Contains(wanted) || v.Sku.ToLower().Contains(wanted))
                   orderby l.Title, l.Id, v.Position
                   select new { v.Id, v.ListingId, l.Title, v.OptionValues, v.Sku, v.PictureRef, l.Pictures };
        return (await rows.Take(5000).ToListAsync(cancellationToken)).Select(r => new OwnVariantRow(
            r.Id, r.ListingId, r.Title, string.Join(" / ", r.OptionValues), r.Sku,
            r.PictureRef ?? r.Pictures.FirstOrDefault()?.Ref)).ToList();
    }
}
