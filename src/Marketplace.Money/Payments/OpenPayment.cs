using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

/// <summary>
/// Opens the page where the buyer pays and answers its address: after the commit of <see cref="RequestPayment"/>,
/// never inside a transaction. Two callers at once open one page; a repeat answers the page already open. Fails with
/// <c>payment.not-open</c> or <c>payment.unavailable</c>.
/// </summary>
[Internal]
public sealed record OpenPayment(string OrderId) : ICommand<Result<OpenedPayment>>;

public sealed record OpenedPayment(string OrderId, string PageUrl);

internal sealed class OpenPaymentHandler(PlatformDb db, PaymentCommandRunner runner)
    : ICommandHandler<OpenPayment, Result<OpenedPayment>>
{
    private const int Looks = 40;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    public async ValueTask<Result<OpenedPayment>> Handle(OpenPayment command, CancellationToken cancellationToken)
    {
        var id = NewCommand.IdOf(PaymentCommandKind.OpenCheckout, command.OrderId, 1);
        for (var look = 0; look < Looks; look++)
        {
            var payment = await db.Payments.AsNoTracking()
                .SingleOrDefaultAsync(p => p.Id == command.OrderId, cancellationToken);
            if (payment is null) return PaymentErrors.NotFound;
            if (payment is { State: PaymentState.Open, PageUrl: { } url }) return new OpenedPayment(payment.Id, url);
            if (payment.State != PaymentState.Requested) return PaymentErrors.NotOpen;

            var run = await runner.RunAsync(id, cancellationToken);
            if (run == CommandRun.Unknown) return PaymentErrors.Unavailable;
            // Somebody else holds the lease: the page's address appears when they are done.
            if (run == CommandRun.Taken) await Task.Delay(BetweenLooks, cancellationToken);
        }

        return PaymentErrors.Unavailable;
    }
}
