using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Payments;
using Marketplace.Money.Tax.Contracts;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Marketplace.Sales.Orders;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Fulfilment;

/// <summary>
/// Pays back pieces of a part, with its shipping or without, before the money went to the seller. The refund's id
/// makes a repeat harmless. Errors: <c>order.nothing-to-refund</c>, <c>order.wrong-quantity</c>.
/// </summary>
[Internal]
public sealed record MakeRefund(
    string RefundId, string SellerOrderId, IReadOnlyList<LineQuantity> Lines, bool WithShipping, OrderActor By, string Reason)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class MakeRefundHandler(PlatformDb db, ISender sender, TimeProvider clock) : ICommandHandler<MakeRefund, Result>
{
    public async ValueTask<Result> Handle(MakeRefund command, CancellationToken cancellation)
    {
        if (await db.OrderRefunds.AnyAsync(r => r.Id == command.RefundId, cancellation)) return Result.Success();
        if (await PartLock.TakeAsync(db, command.SellerOrderId, cancellation) is not { } part) return FulfilmentErrors.NoSuchOrder;
        var amounts = await db.SellerOrderAmounts.SingleAsync(a => a.Id == part.Id, cancellation);
        if (!amounts.MayRefund) return FulfilmentErrors.NothingToRefund;

        var lines = await PartLock.LinesAsync(db, part, cancellation);
        var frozen = await db.OrderLineAmounts.AsNoTracking().Where(a => a.SellerOrderId == part.Id)
            .ToDictionaryAsync(a => a.Id, cancellation);
        List<RefundBreakdown> parts = [];
        List<RefundedLine> refunded = [];
        foreach (var (id, quantity) in command.Lines.Where(l => l.Quantity != 0))
        {
            if (lines.SingleOrDefault(l => l.Id == id) is not { } line) return FulfilmentErrors.WrongQuantity;
            if (quantity < 1 || quantity > line.Quantity - line.RefundedQuantity) return FulfilmentErrors.WrongQuantity;
            var pieces = RefundMath.Pieces(ToRefund(line, frozen[id]), quantity, part.CurrencyCode);
            line.Refund(quantity);
            parts.Add(pieces);
            refunded.Add(new RefundedLine(id, quantity, pieces.BuyerMinor));
        }

        var withShipping = command.WithShipping && amounts is { ShippingIsRefunded: false, ShippingMinor: > 0 };
        if (withShipping) parts.Add(ShippingOf(amounts));
        var sum = RefundMath.Sum(parts);
        if (sum.BuyerMinor <= 0) return FulfilmentErrors.NothingToRefund;
        // Less may be left than the pieces say: some may have gone back at the processor's own pages.
        if (!amounts.Has(sum)) return FulfilmentErrors.NothingToRefund;
        amounts.Refund(sum, withShipping);
        return await KeepAsync(command, part, refunded, withShipping, sum, cancellation);
    }

    private async ValueTask<Result> KeepAsync(MakeRefund command, SellerOrder part, List<RefundedLine> lines,
        bool withShipping, RefundBreakdown sum, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new OrderRefund
        {
            Id = command.RefundId, OrderId = part.OrderId, SellerOrderId = part.Id, TenantId = part.TenantId,
            AmountMinor = sum.BuyerMinor, CurrencyCode = part.CurrencyCode, Lines = lines, Parts = sum, WithShipping = withShipping,
            By = command.By, Reason = command.Reason, RequestedAtUtc = now,
        });
        db.Add(Timeline.Row(
            part, OrderEventKind.RefundRequested, command.By, now, clock, command.Reason, sum.BuyerMinor));
        return await sender.Send(
            new RefundPayment(command.RefundId, part.OrderId, part.Id, part.TenantId, sum, Short(command.Reason)), cancellation);
    }

    private static LineToRefund ToRefund(OrderLine line, OrderLineAmounts frozen) => new(
        line.Id, line.Quantity, line.RefundedQuantity, line.GrossMinor,
        line.TaxCollector == TaxCollector.Platform ? line.TaxMinor : 0, frozen.CommissionMinor, frozen.CommissionTaxMinor,
        line.PlatformDiscountMinor);

    /// <summary>The processor keeps a short reason; the timeline has the whole one.</summary>
    private static string Short(string reason) =>
        reason.Length == 0 ? "Cancelled by the buyer" : reason.Length > 200 ? reason[..200] : reason;

    private static RefundBreakdown ShippingOf(SellerOrderAmounts amounts) => new(
        amounts.ShippingMinor - amounts.ShippingPlatformTaxMinor, 0, 0, amounts.ShippingPlatformTaxMinor);
}
