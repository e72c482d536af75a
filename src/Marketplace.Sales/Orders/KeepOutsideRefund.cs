using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>Shows a refund that was made at the processor's own pages in each part that bears a share of it. Once.</summary>
[Internal]
public sealed record KeepOutsideRefund(OutsideRefundMade Made) : ICommand<Result>, IPlatformTransaction;

internal sealed class KeepOutsideRefundHandler(PlatformDb db, TimeProvider clock) : ICommandHandler<KeepOutsideRefund, Result>
{
    public async ValueTask<Result> Handle(KeepOutsideRefund command, CancellationToken cancellation)
    {
        var (made, now) = (command.Made, clock.GetUtcNow().UtcDateTime);
        foreach (var share in made.Shares)
        {
            var id = Ids.From(made.RefundId, share.SellerOrderId);
            if (await db.OrderRefunds.AnyAsync(r => r.Id == id, cancellation)) continue;
            var amounts = await db.SellerOrderAmounts.SingleOrDefaultAsync(a => a.Id == share.SellerOrderId, cancellation);
            var part = await db.SellerOrders.AsNoTracking()
                .SingleOrDefaultAsync(s => s.TenantId == share.TenantId && s.Id == share.SellerOrderId, cancellation);
            if (amounts is null || part is null) continue;
            amounts.Refund(share.Parts, withShipping: false);
            db.Add(new OrderRefund
            {
                Id = id, ParentId = made.RefundId, OrderId = made.OrderId, SellerOrderId = share.SellerOrderId,
                TenantId = share.TenantId, AmountMinor = share.Parts.BuyerMinor, CurrencyCode = made.CurrencyCode, Lines = [],
                Parts = share.Parts, WithShipping = false, By = OrderActor.Platform, Reason = "Paid back by the marketplace",
                RequestedAtUtc = now,
            });
            db.Add(Timeline.Row(
                part, OrderEventKind.RefundRequested, OrderActor.Platform, now, clock, "Paid back by the marketplace",
                share.Parts.BuyerMinor));
        }

        return Result.Success();
    }
}

internal sealed class OnOutsideRefundMade : IConsume<OutsideRefundMade>
{
    public IEnumerable<ICommand<Result>> On(OutsideRefundMade happened) => [new KeepOutsideRefund(happened)];
}
