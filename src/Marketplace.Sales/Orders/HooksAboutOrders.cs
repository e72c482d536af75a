using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Settlement.Contracts;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>
/// What a shop's webhooks hear of its orders: ids as the API shows them, and no buyer's name or address. Whoever may read
/// those asks the API.
/// </summary>
internal sealed class HooksAboutOrders : IConsume<OrderPlaced>, IConsume<SellerOrderShipped>, IConsume<SellerOrderDelivered>,
    IConsume<SellerOrderCancelled>, IConsume<CancellationRequested>, IConsume<RefundCompleted>, IConsume<OutsideRefundMade>,
    IConsume<TransferMade>
{
    public IEnumerable<ICommand<Result>> On(OrderPlaced happened) => happened.Parts.Select(part => QueueHook.Of(
        part.TenantId, HookEvents.OrderPlaced, happened.PlacedAtUtc,
        new
        {
            OrderId = PartId(part.SellerOrderId),
            Lines = part.Lines.Select(l => new
            {
                LineId = Ids.Public("ol", l.OrderLineId), ListingId = Ids.Public("lst", l.ListingId),
                OfferId = Ids.Public("off", l.OfferId), l.Quantity,
            }),
        }));

    public IEnumerable<ICommand<Result>> On(SellerOrderShipped happened) =>
    [
        QueueHook.Of(
            happened.TenantId, HookEvents.OrderShipped, happened.AtUtc,
            new
            {
                OrderId = PartId(happened.SellerOrderId), ShipmentId = Ids.Public("shp", happened.ShipmentId), happened.IsComplete,
            }),
    ];

    public IEnumerable<ICommand<Result>> On(SellerOrderDelivered happened) =>
    [
        QueueHook.Of(
            happened.TenantId, HookEvents.OrderDelivered, happened.AtUtc, new { OrderId = PartId(happened.SellerOrderId) }),
    ];

    public IEnumerable<ICommand<Result>> On(SellerOrderCancelled happened) =>
    [
        QueueHook.Of(
            happened.TenantId, HookEvents.OrderCancelled, happened.AtUtc,
            new
            {
                OrderId = PartId(happened.SellerOrderId), happened.IsWhole, happened.Reason,
                Lines = happened.Lines.Select(l => new
                {
                    LineId = Ids.Public("ol", l.OrderLineId), OfferId = Ids.Public("off", l.OfferId), l.Quantity,
                }),
            }),
    ];

    public IEnumerable<ICommand<Result>> On(CancellationRequested happened) =>
    [
        QueueHook.Of(
            happened.TenantId, HookEvents.CancellationRequested, happened.AtUtc,
            new { OrderId = PartId(happened.SellerOrderId), happened.Reason }),
    ];

    public IEnumerable<ICommand<Result>> On(RefundCompleted happened) => happened.SellerOrderId is { } part
        ? [new TellHooksOfRefund(part, happened.AmountMinor, happened.CurrencyCode)] : [];

    public IEnumerable<ICommand<Result>> On(OutsideRefundMade happened) => happened.Shares.Select(share =>
        new TellHooksOfRefund(share.SellerOrderId, share.Parts.BuyerMinor, happened.CurrencyCode));

    public IEnumerable<ICommand<Result>> On(TransferMade happened) =>
    [
        QueueHook.Of(
            happened.TenantId, HookEvents.TransferMade, null,
            new { OrderId = PartId(happened.SellerOrderId), happened.AmountMinor, happened.CurrencyCode }),
    ];

    internal static string PartId(string id) => Ids.Public("so", id);
}

/// <summary>Money went back to the buyer; the event knows the part, not whose it is.</summary>
[Internal]
public sealed record TellHooksOfRefund(string SellerOrderId, long AmountMinor, string CurrencyCode) : ICommand<Result>;

internal sealed class TellHooksOfRefundHandler(PlatformDb db, ISender sender) : ICommandHandler<TellHooksOfRefund, Result>
{
    public async ValueTask<Result> Handle(TellHooksOfRefund command, CancellationToken cancellationToken)
    {
        var id = command.SellerOrderId;
        var tenantId = await db.SellerOrderAmounts.Where(s => s.Id == id).Select(s => s.TenantId).SingleOrDefaultAsync(cancellationToken);
        if (tenantId is null) return Result.Success();
        return await sender.Send(
            QueueHook.Of(
                tenantId, HookEvents.OrderRefunded, null,
                new { OrderId = HooksAboutOrders.PartId(id), command.AmountMinor, command.CurrencyCode }),
            cancellationToken);
    }
}
