using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

/// <summary>
/// Asks Stripe how a payment stands and keeps the answer; whoever comes first (webhook, the buyer's return, a job)
/// publishes <see cref="PaymentSucceeded"/>, <see cref="PaymentFailed"/> or <see cref="PaymentExpired"/>, once.
/// </summary>
[Internal]
public sealed record SyncPayment(string OrderId) : ICommand<Result<PaymentView>>;

/// <summary>Moves a payment to what Stripe says of it, never backwards.</summary>
[Internal]
public sealed record RecordPayment(string OrderId, PaymentSnapshot Snapshot) : ICommand<Result>, IPlatformTransaction;

internal sealed class SyncPaymentHandler(PlatformDb db, IPaymentGateway gateway, ISender sender)
    : ICommandHandler<SyncPayment, Result<PaymentView>>
{
    public async ValueTask<Result<PaymentView>> Handle(SyncPayment command, CancellationToken cancellationToken)
    {
        var payment = await db.Payments.AsNoTracking().Where(p => p.Id == command.OrderId)
            .Select(p => new { p.SessionId, p.State }).SingleOrDefaultAsync(cancellationToken);
        if (payment is null) return PaymentErrors.NotFound;
        if (payment is { SessionId: { } session, State: not PaymentState.Succeeded })
        {
            try
            {
                if (await gateway.ReadCheckoutAsync(session, cancellationToken) is { } snapshot)
                    await sender.Send(new RecordPayment(command.OrderId, snapshot), cancellationToken);
            }
            catch (GatewayUnknownException)
            {
                return PaymentErrors.Unavailable;
            }
        }

        return await sender.Send(new ReadPayment(command.OrderId), cancellationToken);
    }
}

internal sealed class RecordPaymentHandler(PlatformDb db, EventBuffer events, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<RecordPayment, Result>
{
    public async ValueTask<Result> Handle(RecordPayment command, CancellationToken cancellationToken)
    {
        var snapshot = command.Snapshot;
        var to = State(snapshot.State);
        var from = MayMoveFrom(to);
        var now = clock.GetUtcNow().UtcDateTime;
        var moved = await db.Payments
            .Where(p => p.Id == command.OrderId && p.SessionId == snapshot.SessionId && from.Contains(p.State))
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.State, to)
                .SetProperty(p => p.PaymentIntentId, p => snapshot.PaymentIntentId ?? p.PaymentIntentId)
                .SetProperty(p => p.ChargeId, p => snapshot.ChargeId ?? p.ChargeId)
                .SetProperty(p => p.ReceivedMinor, snapshot.ReceivedMinor)
                .SetProperty(p => p.FailureCode, snapshot.FailureCode)
                .SetProperty(p => p.SettledAtUtc, p => to == PaymentState.Processing ? null : now)
                .SetProperty(p => p.Version, p => p.Version + 1), cancellationToken);
        if (moved == 0) return Result.Success();

        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.Id == command.OrderId, cancellationToken);
        Announce(payment, now);
        return Result.Success();
    }

    private void Announce(Payment payment, DateTime now)
    {
        switch (payment.State)
        {
            case PaymentState.Succeeded when payment.ReceivedMinor != payment.AmountMinor:
                // Nothing is fulfilled on a sum that nobody asked for: a person decides.
                audit.Note(db, "payment.mismatch", "payment", payment.Id,
                    $"Asked for {new Amount(payment.AmountMinor, payment.CurrencyCode)}, received {payment.ReceivedMinor}.");
                break;
            case PaymentState.Succeeded:
                Publish(new PaymentSucceeded(payment.Id, payment.ReceivedMinor, payment.CurrencyCode, now), payment);
                break;
            case PaymentState.Failed:
                Publish(new PaymentFailed(payment.Id, payment.FailureCode), payment);
                break;
            case PaymentState.Expired:
                Publish(new PaymentExpired(payment.Id), payment);
                break;
            case PaymentState.Requested or PaymentState.Open or PaymentState.Processing:
                break;
        }
    }

    private void Publish(IEvent happened, Payment payment) =>
        events.Publish(happened, payment.Id, payment.Version, buyerId: payment.BuyerId);

    /// <summary>
    /// Money that did arrive overrides every other word; nothing overrides it. Open is never recorded again, so that
    /// an old answer on its way cannot undo a newer one.
    /// </summary>
    private static PaymentState[] MayMoveFrom(PaymentState to) => to switch
    {
        PaymentState.Requested or PaymentState.Open => [],
        PaymentState.Processing => [PaymentState.Open],
        PaymentState.Succeeded => [PaymentState.Open, PaymentState.Processing, PaymentState.Failed, PaymentState.Expired],
        PaymentState.Failed or PaymentState.Expired => [PaymentState.Open, PaymentState.Processing],
    };

    private static PaymentState State(GatewayPaymentState state) => state switch
    {
        GatewayPaymentState.Open => PaymentState.Open,
        GatewayPaymentState.Processing => PaymentState.Processing,
        GatewayPaymentState.Succeeded => PaymentState.Succeeded,
        GatewayPaymentState.Failed => PaymentState.Failed,
        GatewayPaymentState.Expired => PaymentState.Expired,
    };
}
