using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>Mails the buyer or the seller's owners about an order, once for each occasion.</summary>
/// <param name="Occasion">Tells two mails of one kind apart: the shipment's or the cancellation's id.</param>
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
        var words = command.News == OrderNews.Shipped ? await ParcelAsync(command.Occasion, cancellation) : command.Words;
        var text = OrderMailTexts.Of(command.News, new OrderMailFacts(order, part, lines, words, command.AmountMinor, hold));
        var key = $"order/{command.News}/{command.SellerOrderId ?? command.OrderId}/{command.Occasion}";
        if (!OrderMailTexts.IsForSeller(command.News))
            return await sender.Send(new QueueMail(key, order.Email, text, null, order.BuyerId), cancellation);

        var owners = await sender.Send(new ListOwners(part!.TenantId), cancellation);
        if (!owners.Ok) return owners.Error;
        foreach (var owner in owners.Value)
        {
            var queued = await sender.Send(
                new QueueMail($"{key}/{owner.PersonId}", owner.Email, text, part.TenantId), cancellation);
            if (!queued.Ok) return queued;
        }

        return Result.Success();
    }

    private async Task<string> ParcelAsync(string shipmentId, CancellationToken cancellation)
    {
        var parcel = await db.Shipments.AsNoTracking().Where(s => s.Id == shipmentId)
            .Select(s => new { s.CarrierName, s.TrackingNumber }).SingleAsync(cancellation);
        return parcel.TrackingNumber is null ? parcel.CarrierName : $"{parcel.CarrierName}, number {parcel.TrackingNumber}";
    }
}

/// <summary>Which side hears of what.</summary>
internal sealed class MailsAboutOrders : IConsume<OrderPlaced>, IConsume<SellerOrderAccepted>, IConsume<SellerOrderShipped>,
    IConsume<SellerOrderDelivered>, IConsume<SellerOrderCancelled>, IConsume<CancellationRequested>, IConsume<CancellationDeclined>,
    IConsume<OrderGivenBack>, IConsume<RefundCompleted>
{
    public IEnumerable<ICommand<Result>> On(OrderPlaced happened) =>
    [
        new TellAboutOrder(OrderNews.Placed, happened.OrderId),
        .. happened.Parts.Select(p => new TellAboutOrder(OrderNews.NewForSeller, happened.OrderId, p.SellerOrderId)),
    ];

    public IEnumerable<ICommand<Result>> On(SellerOrderAccepted happened) =>
        [new TellAboutOrder(OrderNews.Accepted, happened.OrderId, happened.SellerOrderId)];

    public IEnumerable<ICommand<Result>> On(SellerOrderShipped happened) =>
        [new TellAboutOrder(OrderNews.Shipped, happened.OrderId, happened.SellerOrderId, happened.ShipmentId)];

    public IEnumerable<ICommand<Result>> On(SellerOrderDelivered happened) => happened.By == DeliveredBy.Buyer
        ? [new TellAboutOrder(OrderNews.DeliveredForSeller, happened.OrderId, happened.SellerOrderId)]
        :
        [
            new TellAboutOrder(OrderNews.Delivered, happened.OrderId, happened.SellerOrderId),
            new TellAboutOrder(OrderNews.DeliveredForSeller, happened.OrderId, happened.SellerOrderId),
        ];

    public IEnumerable<ICommand<Result>> On(SellerOrderCancelled happened)
    {
        yield return new TellAboutOrder(
            OrderNews.Cancelled, happened.OrderId, happened.SellerOrderId, happened.CancellationId, happened.Reason);
        if (happened.By == OrderActor.Seller) yield break;
        yield return new TellAboutOrder(
            OrderNews.CancelledForSeller, happened.OrderId, happened.SellerOrderId, happened.CancellationId, happened.Reason);
    }

    public IEnumerable<ICommand<Result>> On(CancellationRequested happened) =>
    [
        new TellAboutOrder(
            OrderNews.CancellationAskedOfSeller, happened.OrderId, happened.SellerOrderId, Moment(happened.AtUtc), happened.Reason),
    ];

    public IEnumerable<ICommand<Result>> On(CancellationDeclined happened) =>
    [
        new TellAboutOrder(
            OrderNews.CancellationDeclined, happened.OrderId, happened.SellerOrderId, Moment(happened.AtUtc), happened.Reason),
    ];

    public IEnumerable<ICommand<Result>> On(OrderGivenBack happened) =>
        [new TellAboutOrder(OrderNews.GivenBack, happened.OrderId)];

    public IEnumerable<ICommand<Result>> On(RefundCompleted happened) => happened.SellerOrderId is null
        ? []
        :
        [
            new TellAboutOrder(
                OrderNews.RefundCompleted, happened.OrderId, happened.SellerOrderId, happened.RefundId,
                AmountMinor: happened.AmountMinor),
        ];

    private static string Moment(DateTime atUtc) => atUtc.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
