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
        var refunds = await db.OrderRefunds.Where(r => r.Id == command.RefundId || r.ParentId == command.RefundId)
            .OrderBy(r => r.Id).ToListAsync(cancellation);
        foreach (var refund in refunds.Where(r => r.State != RefundProgress.Failed))
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (command.Succeeded) refund.Complete(now);
            else await FailAsync(refund, now, cancellation);
            var part = await db.SellerOrders.AsNoTracking()
                .SingleOrDefaultAsync(s => s.TenantId == refund.TenantId && s.Id == refund.SellerOrderId, cancellation);
            if (part is null) continue;
            db.Add(Timeline.Row(
                part, command.Succeeded ? OrderEventKind.RefundCompleted : OrderEventKind.RefundFailed, OrderActor.Platform, now,
                clock, null, refund.AmountMinor));
        }

        return Result.Success();
    }

    /// <summary>The money is with the seller's share again; it can be paid back anew.</summary>
    private async Task FailAsync(OrderRefund refund, DateTime now, CancellationToken cancellation)
    {
        refund.Fail(now);
        if (refund.Parts is not { } parts) return;
        var amounts = await db.SellerOrderAmounts.SingleAsync(a => a.Id == refund.SellerOrderId, cancellation);
        amounts.TakeBack(parts, refund.WithShipping);
        var ids = refund.Lines.Select(l => l.OrderLineId).ToList();
        foreach (var line in await db.OrderLines
            .Where(l => l.TenantId == refund.TenantId && ids.Contains(l.Id)).ToListAsync(cancellation))
            line.TakeBack(refund.Lines.Where(l => l.OrderLineId == line.Id).Sum(l => l.Quantity));
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
