using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers;

/// <summary>Where sellers' dashboards are, whatever state they are in, by name.</summary>
[Internal]
public sealed record GetSellerPlaces(IReadOnlyList<string> TenantIds) : IQuery<Result<IReadOnlyList<SellerPlace>>>;

public sealed record SellerPlace(string Slug, string Name, SellerState State);

internal sealed class GetSellerPlacesHandler(PlatformDb db) : IQueryHandler<GetSellerPlaces, Result<IReadOnlyList<SellerPlace>>>
{
    public async ValueTask<Result<IReadOnlyList<SellerPlace>>> Handle(
        GetSellerPlaces query, CancellationToken cancellationToken) =>
        Result<IReadOnlyList<SellerPlace>>.Success(await db.Sellers.AsNoTracking()
            .Where(s => query.TenantIds.Contains(s.Id)).OrderBy(s => s.Name)
            .Select(s => new SellerPlace(s.Slug, s.Name, s.State)).ToListAsync(cancellationToken));
}
