using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Shipping.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Shipping;

/// <summary>
/// Where sellers send to, for search: countries (<c>NL</c>), regions (<c>US-CA</c>) or <c>*</c>. A seller without an
/// active method has no entry.
/// </summary>
[Internal]
public sealed record GetShippingPlaces(IReadOnlyList<string> TenantIds)
    : IQuery<Result<IReadOnlyDictionary<string, IReadOnlyList<string>>>>;

internal sealed class GetShippingPlacesHandler(PlatformDb db)
    : IQueryHandler<GetShippingPlaces, Result<IReadOnlyDictionary<string, IReadOnlyList<string>>>>
{
    public async ValueTask<Result<IReadOnlyDictionary<string, IReadOnlyList<string>>>> Handle(
        GetShippingPlaces query, CancellationToken cancellation)
    {
        var methods = db.ShippingMethods;
        var zones = await db.ShippingZones.AsNoTracking()
            .Where(z => query.TenantIds.Contains(z.TenantId)
                && methods.Any(m => m.TenantId == z.TenantId && m.ZoneId == z.Id && m.IsActive))
            .ToListAsync(cancellation);
        return Result<IReadOnlyDictionary<string, IReadOnlyList<string>>>.Success(
            zones.GroupBy(z => z.TenantId).ToDictionary(
                g => g.Key, g => (IReadOnlyList<string>)[.. g.SelectMany(z => z.Places).Distinct()]));
    }
}
