using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>The numbers people know the seller's orders by; those of others are left out. At most a hundred a call.</summary>
[Seller("money")]
public sealed record ListOrderNumbers(IReadOnlyCollection<string> SellerOrderIds)
    : IQuery<Result<IReadOnlyDictionary<string, string>>>
{
    public const int Maximum = 100;
}

internal sealed class ListOrderNumbersHandler(SellerDb db)
    : IQueryHandler<ListOrderNumbers, Result<IReadOnlyDictionary<string, string>>>
{
    public async ValueTask<Result<IReadOnlyDictionary<string, string>>> Handle(
        ListOrderNumbers query, CancellationToken cancellationToken)
    {
        var ids = query.SellerOrderIds.Take(ListOrderNumbers.Maximum).ToList();
        return await db.SellerOrders.AsNoTracking()
            .Where(s => s.TenantId == db.TenantId && ids.Contains(s.Id) && s.Number != null)
            .ToDictionaryAsync(s => s.Id, s => s.Number!, cancellationToken);
    }
}
