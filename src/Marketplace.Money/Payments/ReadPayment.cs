using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Contracts;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

/// <summary>How an order's payment stands here, without asking Stripe (<see cref="SyncPayment"/> asks).</summary>
[Internal]
public sealed record ReadPayment(string OrderId) : IQuery<Result<PaymentView>>;

internal sealed class ReadPaymentHandler(PlatformDb db) : IQueryHandler<ReadPayment, Result<PaymentView>>
{
    public async ValueTask<Result<PaymentView>> Handle(ReadPayment query, CancellationToken cancellationToken)
    {
        var payment = await db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.OrderId, cancellationToken);
        if (payment is null) return PaymentErrors.NotFound;
        var refunds = await db.PaymentRefunds.AsNoTracking().Where(r => r.OrderId == query.OrderId)
            .OrderBy(r => r.RequestedAtUtc).ThenBy(r => r.Id).Take(500)
            .Select(r => new RefundView(
                r.Id, r.SellerOrderId, r.State, r.AmountMinor, r.Reason, r.RequestedAtUtc, r.FailureCode))
            .ToListAsync(cancellationToken);
        return new PaymentView(
            payment.Id, payment.State, payment.AmountMinor, payment.ReceivedMinor, payment.RefundedMinor,
            payment.CurrencyCode, payment.ExpiresAtUtc, payment.PageUrl, payment.PaymentIntentId, payment.FailureCode, refunds);
    }
}
