using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Contracts;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

/// <summary>
/// Takes in a refund by Stripe's id, whoever made it: one of ours is known, one made at Stripe's own pages is booked
/// and flagged. Answers our id of it. Fails with <c>refund.not-ours</c>, <c>refund.waits</c>,
/// <c>payment.unavailable</c>. Not inside a transaction; may be repeated.
/// </summary>
[Internal]
public sealed record ImportRefund(string StripeRefundId) : ICommand<Result<string>>;

/// <summary>The same for all refunds of an order's payment.</summary>
[Internal]
public sealed record ImportRefunds(string OrderId) : ICommand<Result>;

internal sealed class ImportRefundHandlers(PlatformDb db, IPaymentGateway gateway, IProcessorBooks books, ISender sender)
    : ICommandHandler<ImportRefund, Result<string>>, ICommandHandler<ImportRefunds, Result>
{
    private static readonly Error NotOurs = Error.NotFound("refund.not-ours", "This refund is of no payment of this platform.");

    public async ValueTask<Result<string>> Handle(ImportRefund command, CancellationToken cancellationToken)
    {
        var known = await db.PaymentRefunds.AsNoTracking().Where(r => r.StripeRefundId == command.StripeRefundId)
            .Select(r => r.Id).FirstOrDefaultAsync(cancellationToken);
        if (known is not null) return known;
        try
        {
            if (await gateway.ReadRefundAsync(command.StripeRefundId, cancellationToken) is not { PaymentIntentId: { } intent } told)
                return NotOurs;
            var order = await db.Payments.AsNoTracking().Where(p => p.PaymentIntentId == intent).Select(p => p.Id)
                .FirstOrDefaultAsync(cancellationToken);
            return order is null ? NotOurs : await TakeInAsync(order, told, cancellationToken);
        }
        catch (GatewayUnknownException)
        {
            return PaymentErrors.Unavailable;
        }
    }

    public async ValueTask<Result> Handle(ImportRefunds command, CancellationToken cancellationToken)
    {
        var intent = await db.Payments.AsNoTracking().Where(p => p.Id == command.OrderId).Select(p => p.PaymentIntentId)
            .SingleOrDefaultAsync(cancellationToken);
        if (intent is null) return PaymentErrors.NotFound;
        try
        {
            foreach (var told in await books.ListRefundsAsync(intent, cancellationToken))
            {
                var taken = await TakeInAsync(command.OrderId, told, cancellationToken);
                if (!taken.Ok) return taken.Error;
            }

            return Result.Success();
        }
        catch (GatewayUnknownException)
        {
            return PaymentErrors.Unavailable;
        }
    }

    private async Task<Result<string>> TakeInAsync(string orderId, RefundSnapshot told, CancellationToken cancellation)
    {
        // Ours, perhaps still in the hands of the worker that made it: it says so itself.
        if (told.RefundId is { } own && await db.PaymentRefunds.AsNoTracking().AnyAsync(r => r.Id == own, cancellation)) return own;
        var recorded = await sender.Send(new RecordOutsideRefund(orderId, told), cancellation);
        if (!recorded.Ok) return recorded;
        var settled = await sender.Send(new RecordRefund(recorded.Value, told, null), cancellation);
        return settled.Ok ? recorded.Value : settled.Error;
    }
}
