using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Inventory;

/// <summary>
/// Which checkouts hold units of one of the seller's variants: the platform's rows, read for this seller alone. Whose they
/// are stays unsaid, since nobody has bought yet.
/// </summary>
[Seller(SellerPermissions.Stock)]
public sealed record ListHolds(string OfferId) : IQuery<Result<IReadOnlyList<HoldRow>>>;

/// <param name="Checkout">The end of its id: two rows of one checkout are told from two checkouts.</param>
/// <param name="UntilUtc">When it is given up if it is not paid; a payment that is being processed may hold it longer.</param>
public sealed record HoldRow(string Checkout, string LocationId, int Quantity, DateTime UntilUtc);

internal sealed class ListHoldsHandler(PlatformDb db, CallerAccessor caller)
    : IQueryHandler<ListHolds, Result<IReadOnlyList<HoldRow>>>
{
    private const int Most = 50;

    public async ValueTask<Result<IReadOnlyList<HoldRow>>> Handle(ListHolds query, CancellationToken cancellationToken)
    {
        var rows = await db.StockReservations.AsNoTracking()
            .Where(r => r.TenantId == caller.Caller.TenantId && r.OfferId == query.OfferId && r.State == ReservationState.Held)
            .OrderBy(r => r.UntilUtc).ThenBy(r => r.OrderId).Take(Most)
            .Select(r => new { r.OrderId, r.LocationId, r.Quantity, r.UntilUtc }).ToListAsync(cancellationToken);
        return Result<IReadOnlyList<HoldRow>>.Success(
            [.. rows.Select(r => new HoldRow(r.OrderId[^Math.Min(6, r.OrderId.Length)..], r.LocationId, r.Quantity, r.UntilUtc))]);
    }
}
