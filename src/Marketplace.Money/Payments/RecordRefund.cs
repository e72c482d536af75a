using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Marketplace.Money.Settlement;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

/// <summary>
/// Moves a refund to what Stripe says of it: pending, paid, or failed, even after it was paid; each effect once.
/// </summary>
[Internal]
public sealed record RecordRefund(string RefundId, RefundSnapshot? Snapshot, GatewayRefusal? Refusal)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class RecordRefundHandler(PlatformDb db, EventBuffer events, ISender sender, TimeProvider clock)
    : ICommandHandler<RecordRefund, Result>
{
    public async ValueTask<Result> Handle(RecordRefund command, CancellationToken cancellationToken)
    {
        var id = NewCommand.IdOf(PaymentCommandKind.Refund, command.RefundId, 1);
        if (command.Refusal is { MayPassLater: true } later)
            return await sender.Send(new PostponeCommand(id, later.Message, TakeNewKey: true), cancellationToken);

        await db.PaymentCommands.FinishAsync(id, command.Refusal?.Message, clock, cancellationToken);
        var to = State(command.Snapshot?.State);
        if (await MoveAsync(command, to, cancellationToken) == 0 || to == RefundState.Pending) return Result.Success();

        var refund = await db.PaymentRefunds.AsNoTracking().SingleAsync(r => r.Id == command.RefundId, cancellationToken);
        var paid = to == RefundState.Succeeded;
        if (!paid) await GiveBackAsync(refund, cancellationToken);
        Publish(refund, paid);
        return await sender.Send(
            new SettleRefund(
                refund.Id, refund.OrderId, refund.CurrencyCode, refund.AmountMinor, SharesOf(refund), paid), cancellationToken);
    }

    private static IReadOnlyList<RefundShare> SharesOf(PaymentRefund refund) => refund switch
    {
        { Shares: { } shares } => JsonColumn.Read<List<RefundShare>>(shares),
        { SellerOrderId: { } part, Breakdown: { } parts } =>
            [new RefundShare(part, refund.TenantId ?? "", JsonColumn.Read<RefundBreakdown>(parts))],
        _ => [],
    };

    private Task<int> MoveAsync(RecordRefund command, RefundState to, CancellationToken cancellation)
    {
        RefundState[] from = to switch
        {
            RefundState.Requested => [],
            RefundState.Pending => [RefundState.Requested],
            RefundState.Succeeded => [RefundState.Requested, RefundState.Pending],
            RefundState.Failed => [RefundState.Requested, RefundState.Pending, RefundState.Succeeded],
        };
        var now = clock.GetUtcNow().UtcDateTime;
        var stripeId = command.Snapshot?.StripeRefundId;
        var code = command.Snapshot?.FailureCode ?? command.Refusal?.Code;
        return db.PaymentRefunds.Where(r => r.Id == command.RefundId && from.Contains(r.State))
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.State, to)
                .SetProperty(r => r.StripeRefundId, r => stripeId ?? r.StripeRefundId)
                .SetProperty(r => r.SettledAtUtc, r => to == RefundState.Pending ? null : now)
                .SetProperty(r => r.FailureCode, code)
                .SetProperty(r => r.Version, r => r.Version + 1), cancellation);
    }

    private Task<int> GiveBackAsync(PaymentRefund refund, CancellationToken cancellation) => db.Payments
        .Where(p => p.Id == refund.OrderId)
        .ExecuteUpdateAsync(s => s.SetProperty(p => p.RefundedMinor, p => p.RefundedMinor - refund.AmountMinor)
            .SetProperty(p => p.Version, p => p.Version + 1), cancellation);

    private void Publish(PaymentRefund refund, bool paid)
    {
        IEvent happened = paid
            ? new RefundCompleted(refund.Id, refund.OrderId, refund.SellerOrderId, refund.AmountMinor, refund.CurrencyCode)
            : new RefundFailed(refund.Id, refund.OrderId, refund.SellerOrderId, refund.AmountMinor, refund.FailureCode);
        events.Publish(happened, refund.Id, refund.Version, refund.TenantId);
    }

    /// <summary>A state that this version does not know is still on its way.</summary>
    private static RefundState State(string? stripe) => stripe switch
    {
        "succeeded" => RefundState.Succeeded,
        "failed" or "canceled" or null => RefundState.Failed,
        _ => RefundState.Pending,
    };
}
