using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Money.Alerts;
using Marketplace.Money.Alerts.Contracts;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Marketplace.Money.Settlement;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

/// <summary>
/// Books a refund that somebody made at Stripe's own pages: each part of the order bears its share, and a person is
/// asked to look. Once, however often it is told. Fails with <c>refund.waits</c> while another refund of the order is
/// on its way that Stripe must refuse first.
/// </summary>
[Internal]
public sealed record RecordOutsideRefund(string OrderId, RefundSnapshot Refund) : ICommand<Result<string>>, IPlatformTransaction;

internal sealed class RecordOutsideRefundHandler(PlatformDb db, EventBuffer events, ISender sender, TimeProvider clock)
    : ICommandHandler<RecordOutsideRefund, Result<string>>
{
    private static readonly Error Waits = Error.Conflict(
        "refund.waits", "Other refunds of this order are on their way; this one is taken in after them.");

    public async ValueTask<Result<string>> Handle(RecordOutsideRefund command, CancellationToken cancellationToken)
    {
        var told = command.Refund;
        var id = Ids.From("stripe-refund", told.StripeRefundId);
        if (await db.PaymentRefunds.AnyAsync(r => r.Id == id, cancellationToken)) return id;
        if (!await db.Payments.ReserveRefundAsync(command.OrderId, told.AmountMinor, cancellationToken)) return Waits;
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.Id == command.OrderId, cancellationToken);
        var posted = await sender.Send(
            new PostOutsideRefund(
                id, command.OrderId, payment.CurrencyCode, told.AmountMinor, payment.ReceivedMinor,
                payment.SettledAtUtc ?? payment.RequestedAtUtc), cancellationToken);
        if (!posted.Ok) return posted.Error;

        var shares = posted.Value;
        db.Add(new PaymentRefund
        {
            Id = id, OrderId = command.OrderId, SellerOrderId = shares is [var one] ? one.SellerOrderId : null,
            TenantId = shares is [var only] ? only.TenantId : null, CurrencyCode = payment.CurrencyCode,
            AmountMinor = told.AmountMinor, Reason = "Refunded at Stripe", StripeRefundId = told.StripeRefundId,
            RequestedAtUtc = clock.GetUtcNow().UtcDateTime, Shares = JsonColumn.Write(shares),
        });
        events.Publish(
            new OutsideRefundMade(id, command.OrderId, told.AmountMinor, payment.CurrencyCode, shares), id, 0, null, payment.BuyerId);
        await AlertAsync(id, command, payment.CurrencyCode, shares, cancellationToken);
        return id;
    }

    private async Task AlertAsync(
        string id, RecordOutsideRefund command, string currency, IReadOnlyList<RefundShare> shares, CancellationToken cancellation)
    {
        await sender.Send(
            new RaiseAlert(
                AlertKind.OutsideRefund, id, command.Refund.StripeRefundId, null, command.OrderId, command.Refund.AmountMinor,
                currency), cancellation);
        foreach (var share in shares.Where(s => s.OwedMinor > 0))
        {
            await sender.Send(
                new RaiseAlert(
                    AlertKind.OwedBySeller, $"{id}:{share.SellerOrderId}", command.Refund.StripeRefundId, share.TenantId,
                    command.OrderId, share.OwedMinor, currency), cancellation);
        }
    }
}
