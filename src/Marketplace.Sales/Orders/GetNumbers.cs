using System.Globalization;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>What people call orders and their parts, by their ids, for lists of the staff; at most 500 of each a call.</summary>
[Admin("money")]
public sealed record GetNumbers(IReadOnlyCollection<string> OrderIds, IReadOnlyCollection<string> SellerOrderIds)
    : IQuery<Result<OrderNumbers>>;

/// <summary>An order that was never placed has no number and is left out.</summary>
public sealed record OrderNumbers(IReadOnlyDictionary<string, string> Orders, IReadOnlyDictionary<string, string> Parts);

internal sealed class GetNumbersHandler(PlatformDb db) : IQueryHandler<GetNumbers, Result<OrderNumbers>>
{
    private const int Most = 500;

    public async ValueTask<Result<OrderNumbers>> Handle(GetNumbers query, CancellationToken cancellation)
    {
        var orders = query.OrderIds.Distinct(StringComparer.Ordinal).Take(Most).ToList();
        var parts = query.SellerOrderIds.Distinct(StringComparer.Ordinal).Take(Most).ToList();
        var byOrder = orders.Count == 0 ? [] : await db.Orders.AsNoTracking().Where(o => orders.Contains(o.Id) && o.Number != null)
            .ToDictionaryAsync(
                o => o.Id, o => o.Number!.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal, cancellation);
        var byPart = parts.Count == 0 ? [] : await db.SellerOrders.AsNoTracking().Where(s => parts.Contains(s.Id) && s.Number != null)
            .ToDictionaryAsync(s => s.Id, s => s.Number!, StringComparer.Ordinal, cancellation);
        return new OrderNumbers(byOrder, byPart);
    }
}
