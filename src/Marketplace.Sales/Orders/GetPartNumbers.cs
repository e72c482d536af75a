using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>The numbers of the seller's own parts of orders, by their ids; at most 500 a call.</summary>
[Seller("money")]
public sealed record GetPartNumbers(IReadOnlyCollection<string> SellerOrderIds)
    : IQuery<Result<IReadOnlyDictionary<string, string>>>;

internal sealed class GetPartNumbersHandler(SellerDb db)
    : IQueryHandler<GetPartNumbers, Result<IReadOnlyDictionary<string, string>>>
{
    private const int Most = 500;

    public async ValueTask<Result<IReadOnlyDictionary<string, string>>> Handle(
        GetPartNumbers query, CancellationToken cancellation)
    {
        var ids = query.SellerOrderIds.Distinct(StringComparer.Ordinal).Take(Most).ToList();
        if (ids.Count == 0) return new Dictionary<string, string>();
        return await db.SellerOrders.AsNoTracking().Where(s => s.TenantId == db.TenantId && ids.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, s => s.Number ?? "", StringComparer.Ordinal, cancellation);
    }
}
