using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>Mails the buyer or the seller's owners about an order, once for each occasion.</summary>
/// <param name="Occasion">Tells two mails of one kind apart: the shipment's, the cancellation's or the refund's id.</param>
[Internal]
public sealed record TellAboutOrder(
    OrderNews News, string OrderId, string? SellerOrderId = null, string Occasion = "", string? Words = null,
    long? AmountMinor = null) : ICommand<Result>, IPlatformTransaction;

internal sealed class TellAboutOrderHandler(PlatformDb db, ISender sender) : ICommandHandler<TellAboutOrder, Result>
{
    public async ValueTask<Result> Handle(TellAboutOrder command, CancellationToken cancellation)
    {
        var order = await db.Orders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == command.OrderId, cancellation);
        if (order is null) return CheckoutErrors.NoSuchOrder;
        var part = await db.SellerOrders.AsNoTracking()
            .SingleOrDefaultAsync(s => s.OrderId == order.Id && s.Id == command.SellerOrderId, cancellation);
        var lines = await db.OrderLines.AsNoTracking()
            .Where(l => l.OrderId == order.Id && (command.SellerOrderId == null || l.SellerOrderId == command.SellerOrderId))
            .OrderBy(l => l.SellerOrderId).ThenBy(l => l.Position).ToListAsync(cancellation);
        var hold = await db.SellerOrderAmounts.Where(a => a.OrderId == order.Id && (part == null || a.Id == part.Id))
            .Select(a => a.HoldDays).FirstOrDefaultAsync(cancellation);
        if (await ReadAsync(command, lines, cancellation) is not { } told) return Result.Success();
        var text = OrderMailTexts.Of(
            command.News, new OrderMailFacts(order, part, told.Lines, told.Words, command.AmountMinor, hold));
        var key = $"order/{command.News}/{command.SellerOrderId ?? command.OrderId}/{command.Occasion}";
        if (!OrderMailTexts.IsForSeller(command.News))
            return await sender.Send(new QueueMail(key, order.Email, text, null, order.BuyerId), cancellation);

        return await sender.Send(new MailOwners(part!.TenantId, key, text), cancellation);
    }

    /// <summary>What the mail is about: the goods of a parcel, the reason of a refund. Null when it is nobody's news.</summary>
    private async Task<Told?> ReadAsync(TellAboutOrder command, List<OrderLine> lines, CancellationToken cancellation)
    {
        if (command.News is OrderNews.Shipped or OrderNews.PartShipped) return await ParcelAsync(command.Occasion, lines, cancellation);
        if (command.News is not (OrderNews.RefundCompleted or OrderNews.RefundFailed or OrderNews.RefundedForSeller
            or OrderNews.RefundFailedForSeller)) return new Told(Whole(lines), command.Words);
        var refund = await db.OrderRefunds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == command.Occasion, cancellation);
        // Who paid back knows it; of what the buyer cancelled both sides have heard.
        if (command.News == OrderNews.RefundedForSeller && refund is { By: not OrderActor.Platform }) return null;
        return new Told(Whole(lines), command.Words ?? refund?.Reason);
    }

    private async Task<Told> ParcelAsync(string shipmentId, List<OrderLine> lines, CancellationToken cancellation)
    {
        var seller = lines[0].TenantId;
        var parcel = await db.Shipments.AsNoTracking().Where(s => s.TenantId == seller && s.Id == shipmentId)
            .Select(s => new { s.CarrierName, s.TrackingNumber }).SingleAsync(cancellation);
        var pieces = await db.ShipmentLines.AsNoTracking().Where(l => l.TenantId == seller && l.ShipmentId == shipmentId)
            .ToDictionaryAsync(l => l.OrderLineId, l => l.Quantity, cancellation);
        return new Told(
            [.. lines.Where(l => pieces.ContainsKey(l.Id)).Select(l => new ToldLine(l, pieces[l.Id]))],
            parcel.TrackingNumber is null ? parcel.CarrierName : $"{parcel.CarrierName}, number {parcel.TrackingNumber}");
    }

    private static List<ToldLine> Whole(List<OrderLine> lines) => [.. lines.Select(l => new ToldLine(l, l.Quantity))];

    private sealed record Told(IReadOnlyList<ToldLine> Lines, string? Words);
}
