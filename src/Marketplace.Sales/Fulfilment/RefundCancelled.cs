using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Money.Settlement;
using Marketplace.Sales.Contracts;
using Mediator;

namespace Marketplace.Sales.Fulfilment;

/// <summary>What a cancellation means for money and stock; done by the platform after the seller's or buyer's word.</summary>
[Internal]
public sealed record RefundCancelled(SellerOrderCancelled Cancelled) : ICommand<Result>, IPlatformTransaction;

internal sealed class RefundCancelledHandler(ISender sender) : ICommandHandler<RefundCancelled, Result>
{
    public async ValueTask<Result> Handle(RefundCancelled command, CancellationToken cancellation)
    {
        var what = command.Cancelled;
        var refund = await sender.Send(
            new MakeRefund(
                what.CancellationId, what.SellerOrderId,
                [.. what.Lines.Select(l => new LineQuantity(l.OrderLineId, l.Quantity))], what.IsWhole, what.By, what.Reason),
            cancellation);
        if (!refund.Ok) return refund;
        foreach (var line in what.Lines)
        {
            var restocked = await sender.Send(
                new Restock(
                    what.OrderId, what.TenantId, line.OfferId, line.Quantity, "Cancelled before shipping",
                    $"{what.CancellationId}:{line.OrderLineId}"), cancellation);
            if (!restocked.Ok) return restocked;
        }

        return Result.Success();
    }
}

internal sealed class OnSellerOrderCancelled : IConsume<SellerOrderCancelled>
{
    public IEnumerable<ICommand<Result>> On(SellerOrderCancelled happened) => [new RefundCancelled(happened)];
}

/// <summary>Delivered: the days until the seller's money is released begin to count.</summary>
internal sealed class OnSellerOrderDelivered : IConsume<SellerOrderDelivered>
{
    public IEnumerable<ICommand<Result>> On(SellerOrderDelivered happened) =>
        [new StartReleaseClock(happened.SellerOrderId, happened.AtUtc)];
}
