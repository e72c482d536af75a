using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Settlement.Contracts;
using Marketplace.Sales.Contracts;
using Mediator;

namespace Marketplace.Sales.Orders;

/// <summary>
/// Which side hears of what: the buyer of every step, the seller of what it did not do itself. A release has no mail of
/// its own: the transfer follows within minutes and has one.
/// </summary>
internal sealed class MailsAboutOrders : IConsume<OrderPlaced>, IConsume<SellerOrderAccepted>, IConsume<SellerOrderPacked>,
    IConsume<SellerOrderShipped>, IConsume<SellerOrderDelivered>, IConsume<SellerOrderCancelled>, IConsume<CancellationRequested>,
    IConsume<CancellationDeclined>, IConsume<OrderGivenBack>, IConsume<RefundCompleted>, IConsume<RefundFailed>,
    IConsume<OutsideRefundMade>, IConsume<TransferMade>, IConsume<DeliveryAddressChanged>
{
    public IEnumerable<ICommand<Result>> On(OrderPlaced happened) =>
    [
        new TellAboutOrder(OrderNews.Placed, happened.OrderId),
        .. happened.Parts.Select(p => new TellAboutOrder(OrderNews.NewForSeller, happened.OrderId, p.SellerOrderId)),
    ];

    public IEnumerable<ICommand<Result>> On(SellerOrderAccepted happened) =>
        [new TellAboutOrder(OrderNews.Accepted, happened.OrderId, happened.SellerOrderId)];

    public IEnumerable<ICommand<Result>> On(SellerOrderPacked happened) =>
        [new TellAboutOrder(OrderNews.Packed, happened.OrderId, happened.SellerOrderId)];

    public IEnumerable<ICommand<Result>> On(SellerOrderShipped happened) =>
    [
        new TellAboutOrder(
            happened.IsComplete ? OrderNews.Shipped : OrderNews.PartShipped, happened.OrderId, happened.SellerOrderId,
            happened.ShipmentId),
    ];

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
            OrderNews.CancellationAsked, happened.OrderId, happened.SellerOrderId, Moment(happened.AtUtc), happened.Reason),
        new TellAboutOrder(
            OrderNews.CancellationAskedOfSeller, happened.OrderId, happened.SellerOrderId, Moment(happened.AtUtc), happened.Reason),
    ];

    public IEnumerable<ICommand<Result>> On(DeliveryAddressChanged happened) =>
    [
        new TellAboutOrder(
            OrderNews.AddressChanged, happened.OrderId, happened.SellerOrderId, Moment(happened.AtUtc),
            $"Before: {happened.Before}\nNow: {happened.After}"),
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
            Refund(OrderNews.RefundCompleted, happened.RefundId, happened.OrderId, happened.SellerOrderId, happened.AmountMinor),
            Refund(OrderNews.RefundedForSeller, happened.RefundId, happened.OrderId, happened.SellerOrderId, happened.AmountMinor),
        ];

    public IEnumerable<ICommand<Result>> On(RefundFailed happened)
    {
        yield return Refund(OrderNews.RefundFailed, happened.RefundId, happened.OrderId, happened.SellerOrderId, happened.AmountMinor);
        if (happened.SellerOrderId is null) yield break;
        yield return Refund(
            OrderNews.RefundFailedForSeller, happened.RefundId, happened.OrderId, happened.SellerOrderId, happened.AmountMinor);
    }

    /// <summary>One refund for the buyer; each seller hears of its share.</summary>
    public IEnumerable<ICommand<Result>> On(OutsideRefundMade happened) =>
    [
        Refund(OrderNews.RefundCompleted, happened.RefundId, happened.OrderId, null, happened.AmountMinor),
        .. happened.Shares.Select(s => Refund(
            OrderNews.RefundedForSeller, happened.RefundId, happened.OrderId, s.SellerOrderId, s.Parts.BuyerMinor)),
    ];

    public IEnumerable<ICommand<Result>> On(TransferMade happened) =>
    [
        new TellAboutOrder(
            OrderNews.TransferredForSeller, happened.OrderId, happened.SellerOrderId, happened.TransferId,
            AmountMinor: happened.AmountMinor),
    ];

    private static TellAboutOrder Refund(OrderNews news, string refundId, string orderId, string? part, long amountMinor) =>
        new(news, orderId, part, refundId, AmountMinor: amountMinor);

    private static string Moment(DateTime atUtc) => atUtc.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
