using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Payments;
using Marketplace.Money.Settlement;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Marketplace.Sales.Orders;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Checkout;

/// <summary>
/// Third phase, exactly once whoever comes first (webhook or the buyer's return): the order is placed, its stock
/// taken, its money booked. Money that comes after the stock was released takes stock again, or goes back in full.
/// Another amount than agreed sends the order to review; nothing is shipped.
/// </summary>
[Internal]
public sealed record FinalizeOrder(string OrderId, long AmountMinor, string CurrencyCode, DateTime PaidAtUtc)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class FinalizeOrderHandler(
    PlatformDb db, ISender sender, TimeProvider clock, ISettings settings, EventBuffer events, AuditTrail audit)
    : ICommandHandler<FinalizeOrder, Result>
{
    public async ValueTask<Result> Handle(FinalizeOrder command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await OrderLock.TakeAsync(db, command.OrderId, now, cancellation) is not { } order) return CheckoutErrors.NoSuchOrder;
        if (order.State is OrderState.Placed or OrderState.Refunded or OrderState.Review) return Result.Success();
        if (command.AmountMinor != order.TotalMinor || command.CurrencyCode != order.CurrencyCode)
        {
            var paid = new Amount(command.AmountMinor, command.CurrencyCode);
            order.SendToReview($"Paid {paid}, agreed {new Amount(order.TotalMinor, order.CurrencyCode)}.");
            audit.Note(db, "order.review", "order", order.Id, order.ReviewReason!);
            return Result.Success();
        }

        var lines = await db.OrderLines.Where(l => l.OrderId == order.Id).ToListAsync(cancellation);
        if (order.State == OrderState.Expired && !await ReserveAgainAsync(order, lines, cancellation))
            return await GiveBackAsync(order, command, cancellation);
        return await PlaceAsync(order, lines, command.PaidAtUtc, now, cancellation);
    }

    private async Task<Result> PlaceAsync(
        Order order, List<OrderLine> lines, DateTime paidAtUtc, DateTime now, CancellationToken cancellation)
    {
        var rules = await settings.GetAsync(cancellation);
        var parts = await db.SellerOrders.Where(s => s.OrderId == order.Id).OrderBy(s => s.Position).ToListAsync(cancellation);
        var amounts = await db.SellerOrderAmounts.Where(a => a.OrderId == order.Id).ToListAsync(cancellation);
        await EmptyCartAsync(order, lines, now, cancellation);
        var stock = await sender.Send(new CommitStock(order.Id), cancellation);
        if (!stock.Ok) return stock.Error;
        foreach (var amount in amounts) amount.Hold();
        var booked = await sender.Send(new PostSale(Sale(order, parts, amounts, paidAtUtc)), cancellation);
        if (!booked.Ok) return booked.Error;

        var number = await OrderLock.NextNumberAsync(db, cancellation);
        order.Place(number, now);
        foreach (var part in parts)
        {
            part.Place(number, now, TimeSpan.FromHours(rules.AcceptHours), TimeSpan.FromDays(rules.ShipGraceDays));
            db.Add(Timeline.Row(part, OrderEventKind.Placed, OrderActor.Buyer, now, clock));
        }

        events.Publish(
            new OrderPlaced(order.Id, order.BuyerId, now, [.. parts.Select(p => Placed(p, lines))]), order.Id,
            order.Version + 1, null, order.BuyerId);
        return Result.Success();
    }

    private async Task<bool> ReserveAgainAsync(Order order, List<OrderLine> lines, CancellationToken cancellation)
    {
        var reserved = await sender.Send(
            new ReserveStock(
                order.Id, [.. lines.Select(l => new StockLine(l.TenantId, l.OfferId, l.Quantity))],
                clock.GetUtcNow().UtcDateTime + CheckoutTimes.PageOpen), cancellation);
        return reserved.Ok && reserved.Value.Shortages.Count == 0;
    }

    private async Task<Result> GiveBackAsync(Order order, FinalizeOrder command, CancellationToken cancellation)
    {
        order.GiveBack();
        var refund = new OrderRefund
        {
            Id = Ids.New(clock), OrderId = order.Id, AmountMinor = command.AmountMinor, CurrencyCode = command.CurrencyCode,
            Lines = [], WithShipping = true, By = OrderActor.Platform, Reason = "Paid after the items had been sold.",
            RequestedAtUtc = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(refund);
        events.Publish(new OrderGivenBack(order.Id, order.BuyerId), order.Id, order.Version + 1, null, order.BuyerId);
        return await sender.Send(new RefundPayment(refund.Id, order.Id, null, null, null, refund.Reason), cancellation);
    }

    /// <summary>Takes out of the cart what was bought; what the buyer left out or added since stays.</summary>
    private async Task EmptyCartAsync(Order order, List<OrderLine> lines, DateTime now, CancellationToken cancellation)
    {
        if (await Cart.CartLock.FindAsync(db, order.BuyerId, now, cancellation) is not { } cart) return;
        if (cart.OpenOrderId == order.Id) cart.OpenOrderId = null;
        foreach (var line in await db.CartLines.Where(l => l.BuyerId == order.BuyerId).ToListAsync(cancellation))
        {
            line.Quantity -= lines.Where(l => l.OfferId == line.OfferId).Sum(l => l.Quantity);
            if (line.Quantity <= 0) db.Remove(line);
        }
    }

    private static SaleToPost Sale(
        Order order, List<SellerOrder> parts, List<SellerOrderAmounts> amounts, DateTime paidAtUtc) => new(
        order.Id, order.BuyerId, order.CurrencyCode, order.TotalMinor, order.ShipTo.Country, paidAtUtc,
        [
            .. parts.Select(p => amounts.Single(a => a.Id == p.Id)).Select(a => new SalePart(
                a.Id, a.TenantId, a.GrossMinor, a.ShippingMinor, a.PlatformTaxMinor, a.CommissionMinor,
                a.CommissionTaxMinor, a.PlatformDiscountMinor, a.HoldDays)),
        ]);

    private static PlacedPart Placed(SellerOrder part, List<OrderLine> lines) => new(
        part.Id, part.TenantId,
        [
            .. lines.Where(l => l.SellerOrderId == part.Id)
                .Select(l => new PlacedLine(l.Id, l.ListingId, l.OfferId, l.Quantity)),
        ]);
}
