using Marketplace.Kernel.Values;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;

namespace Marketplace.Sales.Orders;

/// <summary>Rows of the timeline that both sides of a part read.</summary>
internal static class Timeline
{
    public static OrderEvent Row(SellerOrder part, OrderEventKind kind, OrderActor actor, DateTime atUtc, TimeProvider clock,
        string? detail = null, long? amountMinor = null) => new()
        {
            TenantId = part.TenantId, Id = Ids.New(clock), BuyerId = part.BuyerId, OrderId = part.OrderId,
            SellerOrderId = part.Id, AtUtc = atUtc, Kind = kind, Actor = actor,
            Detail = detail is { Length: > 500 } ? detail[..500] : detail, AmountMinor = amountMinor,
        };
}
