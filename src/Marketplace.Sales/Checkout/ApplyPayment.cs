using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Contracts;
using Mediator;

namespace Marketplace.Sales.Checkout;

/// <summary>From what the processor says to the phase that follows. No transaction of its own.</summary>
[Internal]
public sealed record ApplyPayment(string OrderId, PaymentView Payment) : ICommand<Result>;

internal sealed class ApplyPaymentHandler(ISender sender, TimeProvider clock) : ICommandHandler<ApplyPayment, Result>
{
    public async ValueTask<Result> Handle(ApplyPayment command, CancellationToken cancellation) =>
        command.Payment.State switch
        {
            PaymentState.Succeeded => await sender.Send(
                new FinalizeOrder(
                    command.OrderId, command.Payment.ReceivedMinor, command.Payment.CurrencyCode,
                    clock.GetUtcNow().UtcDateTime), cancellation),
            PaymentState.Expired or PaymentState.Failed =>
                await sender.Send(new ReleaseCheckout(command.OrderId), cancellation),
            PaymentState.Requested or PaymentState.Open or PaymentState.Processing => Result.Success(),
        };
}
