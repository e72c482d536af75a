using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

/// <summary>
/// Ends the chance to pay: at Stripe first. Only Stripe's word that nobody can pay any more publishes
/// <see cref="PaymentExpired"/>; when the buyer was faster, <see cref="PaymentSucceeded"/> comes instead, and while the
/// bank still thinks, nothing. Not inside a transaction; may be repeated.
/// </summary>
[Internal]
public sealed record ExpirePayment(string OrderId) : ICommand<Result<PaymentView>>;

/// <summary>Withdraws a checkout that was never sent to Stripe.</summary>
[Internal]
public sealed record WithdrawPayment(string OrderId) : ICommand<Result>, IPlatformTransaction;

internal sealed class ExpirePaymentHandler(PlatformDb db, IPaymentGateway gateway, PaymentCommandRunner runner, ISender sender)
    : ICommandHandler<ExpirePayment, Result<PaymentView>>
{
    public async ValueTask<Result<PaymentView>> Handle(ExpirePayment command, CancellationToken cancellationToken)
    {
        if (await ReadAsync(command.OrderId, cancellationToken) is not { } payment) return PaymentErrors.NotFound;
        if (payment.State == PaymentState.Requested)
        {
            await sender.Send(new WithdrawPayment(command.OrderId), cancellationToken);
            // Sent before, outcome unknown: the same call again tells which page there is to close.
            await runner.RunAsync(NewCommand.IdOf(PaymentCommandKind.OpenCheckout, command.OrderId, 1), cancellationToken);
            payment = (await ReadAsync(command.OrderId, cancellationToken))!;
            if (payment.State == PaymentState.Requested) return PaymentErrors.Unavailable;
        }

        if (payment is { SessionId: { } session, State: PaymentState.Open or PaymentState.Processing })
        {
            try
            {
                if (await gateway.ExpireCheckoutAsync(session, cancellationToken) is { } snapshot)
                    await sender.Send(new RecordPayment(command.OrderId, snapshot), cancellationToken);
            }
            catch (GatewayUnknownException)
            {
                return PaymentErrors.Unavailable;
            }
        }

        return await sender.Send(new ReadPayment(command.OrderId), cancellationToken);
    }

    private Task<Payment?> ReadAsync(string orderId, CancellationToken cancellation) =>
        db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == orderId, cancellation);
}

internal sealed class WithdrawPaymentHandler(PlatformDb db, EventBuffer events, TimeProvider clock)
    : ICommandHandler<WithdrawPayment, Result>
{
    public async ValueTask<Result> Handle(WithdrawPayment command, CancellationToken cancellationToken)
    {
        var id = NewCommand.IdOf(PaymentCommandKind.OpenCheckout, command.OrderId, 1);
        var now = clock.GetUtcNow().UtcDateTime;
        var withdrawn = await db.PaymentCommands
            .Where(c => c.Id == id && c.State == PaymentCommandState.New && c.Attempts == 0)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.State, PaymentCommandState.Failed)
                .SetProperty(c => c.DoneAtUtc, now).SetProperty(c => c.LastError, "Withdrawn before it was sent."),
                cancellationToken);
        if (withdrawn == 0) return Result.Success();

        await db.Payments.Where(p => p.Id == command.OrderId && p.State == PaymentState.Requested)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.State, PaymentState.Expired)
                .SetProperty(p => p.Version, p => p.Version + 1), cancellationToken);
        events.Publish(new PaymentExpired(command.OrderId), command.OrderId, 1);
        return Result.Success();
    }
}
