using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Settlement.Contracts;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>Keeps a part's money axis in step with what Money did. A repeat changes nothing.</summary>
[Internal]
public sealed record MoveMoneyState(string SellerOrderId, MoneyState To, string? TransferId) : ICommand<Result>, IPlatformTransaction;

/// <summary>Keeps a refund in step with the processor, and tells both sides in the timeline.</summary>
[Internal]
public sealed record EndRefund(string RefundId, bool Succeeded) : ICommand<Result>, IPlatformTransaction;

internal sealed class MoveMoneyStateHandler(PlatformDb db, TimeProvider clock) : ICommandHandler<MoveMoneyState, Result>
{
    public async ValueTask<Result> Handle(MoveMoneyState command, CancellationToken cancellation)
    {
        var amounts = await db.SellerOrderAmounts.SingleOrDefaultAsync(a => a.Id == command.SellerOrderId, cancellation);
        if (amounts is null) return Result.Success();
        var now = clock.GetUtcNow().UtcDateTime;
        if (command.To == MoneyState.Payable) amounts.Release(now);
        if (command.To == MoneyState.Transferred) amounts.Transfer(command.TransferId ?? "", now);
        return Result.Success();
    }
}

internal sealed class EndRefundHandler(PlatformDb db, TimeProvider clock) : ICommandHandler<EndRefund, Result>
{
    public async ValueTask<Result> Handle(EndRefund command, CancellationToken cancellation)
    {
        var refund = await db.OrderRefunds.SingleOrDefaultAsync(r => r.Id == command.RefundId, cancellation);
        if (refund is null) return Result.Success();
        var now = clock.GetUtcNow().UtcDateTime;
        if (command.Succeeded) refund.Complete(now);
        else refund.Fail(now);
        var part = await db.SellerOrders.AsNoTracking()
            .SingleOrDefaultAsync(s => s.TenantId == refund.TenantId && s.Id == refund.SellerOrderId, cancellation);
        if (part is null) return Result.Success();
        db.Add(Timeline.Row(
            part, command.Succeeded ? OrderEventKind.RefundCompleted : OrderEventKind.RefundFailed, OrderActor.Platform, now,
            clock, null, refund.AmountMinor));
        return Result.Success();
    }
}

internal sealed class OnHoldingReleased : IConsume<HoldingReleased>
{
    public IEnumerable<ICommand<Result>> On(HoldingReleased happened) =>
        [new MoveMoneyState(happened.SellerOrderId, MoneyState.Payable, null)];
}

internal sealed class OnTransferMade : IConsume<TransferMade>
{
    public IEnumerable<ICommand<Result>> On(TransferMade happened) =>
        [new MoveMoneyState(happened.SellerOrderId, MoneyState.Transferred, happened.TransferId)];
}

internal sealed class OnRefundCompleted : IConsume<RefundCompleted>
{
    public IEnumerable<ICommand<Result>> On(RefundCompleted happened) => [new EndRefund(happened.RefundId, true)];
}

internal sealed class OnRefundFailed : IConsume<RefundFailed>
{
    public IEnumerable<ICommand<Result>> On(RefundFailed happened) => [new EndRefund(happened.RefundId, false)];
}
