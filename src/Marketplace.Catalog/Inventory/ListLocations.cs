using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Inventory;

/// <summary>The seller's open locations, in their order; empty until the first stock is counted.</summary>
[Seller(SellerPermissions.Listings)]
public sealed record ListLocations : IQuery<Result<IReadOnlyList<LocationRow>>>;

internal sealed class ListLocationsHandler(SellerDb db) : IQueryHandler<ListLocations, Result<IReadOnlyList<LocationRow>>>
{
    public async ValueTask<Result<IReadOnlyList<LocationRow>>> Handle(
        ListLocations query, CancellationToken cancellationToken) =>
        await db.StockLocations.AsNoTracking().Where(l => !l.IsClosed).OrderBy(l => l.Sort).ThenBy(l => l.Id)
            .Select(l => new LocationRow(l.Id, l.Name, l.City, l.Country, l.IsClosed)).ToListAsync(cancellationToken);
}
