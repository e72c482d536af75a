using System.Globalization;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;

namespace Marketplace.Sales.Orders;

/// <summary>What of an order is told by mail.</summary>
public enum OrderNews
{
    Placed,
    Accepted,
    Packed,
    PartShipped,
    Shipped,
    Delivered,
    Cancelled,
    AddressChanged,
    CancellationAsked,
    CancellationDeclined,
    GivenBack,
    RefundCompleted,
    RefundFailed,
    NewForSeller,
    CancellationAskedOfSeller,
    CancelledForSeller,
    DeliveredForSeller,
    RefundedForSeller,
    RefundFailedForSeller,
    TransferredForSeller,
}

/// <summary>An order as a mail tells of it.</summary>
/// <param name="Words">A reason, or a parcel's carrier and number.</param>
internal sealed record OrderMailFacts(
    Order Order, SellerOrder? Part, IReadOnlyList<ToldLine> Lines, string? Words, long? AmountMinor, int HoldDays);

/// <summary>So many pieces of a line.</summary>
internal sealed record ToldLine(OrderLine Line, int Quantity);

/// <summary>The words of the mails about orders: what happened, what it means for money or goods, what to do next.</summary>
internal static class OrderMailTexts
{
    public static bool IsForSeller(OrderNews news) => news is OrderNews.NewForSeller or OrderNews.CancellationAskedOfSeller
        or OrderNews.CancelledForSeller or OrderNews.DeliveredForSeller or OrderNews.RefundedForSeller
        or OrderNews.RefundFailedForSeller or OrderNews.TransferredForSeller;

    public static MailText Of(OrderNews news, OrderMailFacts facts)
    {
        var number = facts.Part?.Number ?? facts.Order.Number?.ToString(CultureInfo.InvariantCulture) ?? "";
        var shop = facts.Part?.SellerName ?? "";
        var follow = new MailLink("Follow your order", "/orders/" + OrderLinks.Token(facts.Order.Id, facts.Order.LinkKey));
        var work = new MailLink("Open the order", $"/seller/{facts.Part?.SellerSlug}/orders/{facts.Part?.Id}");
        var amount = facts.AmountMinor is { } minor ? new Amount(minor, facts.Order.CurrencyCode).ToString() : "";
        return news switch
        {
            OrderNews.Placed => new MailText(
                $"Your order {number}", "Thank you. Your order is placed.",
                ["We have your payment. Each shop sends its own parcel, and is paid after it arrives."], follow, Bill(facts),
                "Whoever has this link can see the order; nobody can change it with the link alone."),
            OrderNews.Accepted when facts.Part?.Pickup is not null => new MailText(
                $"{shop} has accepted your order {number}", "Your order is being packed",
                [$"You can fetch it by {Day(facts.Part.ShipByDate)}; a mail says when it is ready."], follow),
            OrderNews.Accepted => new MailText(
                $"{shop} has accepted your order {number}", "Your order is being packed",
                [$"{shop} ships it by {Day(facts.Part!.ShipByDate)}. It should arrive by {Day(facts.Part.ArrivesToDate)}."], follow),
            OrderNews.Packed when facts.Part?.Pickup is { } place => new MailText(
                $"Ready for pickup: your order {number}", "You can fetch your order",
                [$"{shop} has it ready at {place.Line1}, {place.Postcode} {place.City}. Open: {place.Hours}",
                    $"Say your name and the number {number}."], follow),
            OrderNews.Shipped when facts.Part?.Pickup is not null => new MailText(
                $"Picked up: your order {number}", "You have fetched your order",
                [$"{shop} says that it gave you everything. If that is not so, tell us at once: the shop's money is still held."],
                follow),
            OrderNews.Packed => new MailText(
                $"Packed: your order {number}", "Your parcel is packed",
                [$"{shop} has packed it and hands it to the carrier next. You hear from us when it is on its way."], follow),
            OrderNews.PartShipped => new MailText(
                $"On its way: part of your order {number}", "A first parcel is on its way",
                [$"{shop} handed it to {facts.Words}. It should arrive by {Day(facts.Part!.ArrivesToDate)}.",
                    "What is not in it follows in another parcel, at no further cost to you."], follow, [.. Parcel(facts)]),
            OrderNews.Shipped => new MailText(
                $"On its way: your order {number}", "Your parcel is on its way",
                [$"{shop} handed it to {facts.Words}. It should arrive by {Day(facts.Part!.ArrivesToDate)}."], follow,
                [.. Parcel(facts)]),
            OrderNews.Delivered => new MailText(
                $"Delivered: your order {number}", "Has everything arrived?",
                [$"Your parcel from {shop} counts as delivered. If it has not arrived or something is wrong with it, tell us "
                    + $"within {Days(facts.HoldDays)}: until then the shop's money is held."], follow),
            OrderNews.Cancelled => new MailText(
                $"Cancelled: your order {number}", "Part of your order is cancelled",
                [$"{shop} will not ship what was cancelled. You get your money back the way you paid; banks take up to ten days.",
                    .. Reason(facts)], follow),
            OrderNews.AddressChanged => new MailText(
                $"Another address for order {number}", $"{shop} sends your order to another address",
                [facts.Words ?? "", "You did not ask for this? Answer this mail at once; nothing has been shipped yet."], follow),
            OrderNews.CancellationAsked => new MailText(
                $"You asked to cancel order {number}", $"We have asked {shop} not to ship",
                [$"It answers {By(facts.Part!.CancellationAnswerByUtc)}. If it does not, we cancel the order for you and you "
                    + "get your money back.", .. Reason(facts)], follow),
            OrderNews.CancellationDeclined => new MailText(
                $"{shop} ships your order {number} all the same", "Your order is not cancelled",
                [$"You asked {shop} to cancel, and it could not any more. When the parcel is there you may send it back.",
                    .. Reason(facts)], follow),
            OrderNews.GivenBack => new MailText(
                "Your payment goes back to you", "We return your payment in full",
                ["You paid after the time for it was over, and the last piece had been sold meanwhile.",
                    $"We return {new Amount(facts.Order.TotalMinor, facts.Order.CurrencyCode)} the way you paid; "
                        + "banks take up to ten days."],
                new MailLink("Back to your basket", "/cart")),
            OrderNews.RefundCompleted => new MailText(
                $"{amount} paid back for order {number}", $"{amount} are on their way to you",
                [$"The refund for {(shop.Length == 0 ? "your order" : $"what you bought from {shop}")} has left us. Banks take up "
                    + "to ten days to show it.", .. Reason(facts)], follow),
            OrderNews.RefundFailed => new MailText(
                $"A refund for order {number} came back to us", "We could not pay you back",
                [$"Your bank did not take {amount} back the way you paid. The money is here and it is yours: answer this mail "
                    + "and tell us where it should go."], follow),
            OrderNews.NewForSeller => new MailText(
                $"New order {number}", "You have a new order",
                [$"{facts.Part!.BuyerName} in {facts.Part.ShipTo.City} bought from you. Accept it soon and ship by "
                    + $"{Day(facts.Part.ShipByDate)}; what is not accepted in time is cancelled."], work, [.. Goods(facts)]),
            OrderNews.CancellationAskedOfSeller => new MailText(
                $"The buyer of {number} asks to cancel", "The buyer asks to cancel",
                [$"Cancel it, or say why you ship it all the same. Without an answer {By(facts.Part!.CancellationAnswerByUtc)} "
                    + "it is cancelled and paid back.", .. Reason(facts)], work),
            OrderNews.CancelledForSeller => new MailText(
                $"Cancelled: order {number}", "Do not ship what was cancelled",
                ["The buyer is paid back, and the items are on sale again.", .. Reason(facts)], work),
            OrderNews.DeliveredForSeller => new MailText(
                $"Delivered: order {number}", "Your parcel has arrived",
                [$"Your share is released {Days(facts.HoldDays)} from now, unless the buyer reports a problem."], work),
            OrderNews.RefundedForSeller => new MailText(
                $"{amount} paid back to the buyer of {number}", "The buyer was paid back",
                [$"The marketplace paid {amount} back to {facts.Part!.BuyerName}, out of your share and its commission.",
                    .. Reason(facts)], work),
            OrderNews.RefundFailedForSeller => new MailText(
                $"A refund of order {number} came back", "The buyer could not be paid back",
                [$"The buyer's bank did not take {amount}. It is in your share again; we have asked the buyer where it should go."],
                work),
            OrderNews.TransferredForSeller => new MailText(
                $"Paid: {amount} for order {number}", $"{amount} are on their way to you",
                ["Your share of this order has been transferred to your account at Stripe, which pays it to your bank with its "
                    + "next payout."], new MailLink("See your money", $"/seller/{facts.Part?.SellerSlug}/money")),
        };
    }

    private static List<MailRow> Bill(OrderMailFacts facts) =>
    [
        .. Goods(facts),
        new MailRow("Delivery", new Amount(facts.Order.ShippingMinor, facts.Order.CurrencyCode).ToString()),
        new MailRow("Total paid", new Amount(facts.Order.TotalMinor, facts.Order.CurrencyCode).ToString(), IsTotal: true),
    ];

    private static IEnumerable<MailRow> Goods(OrderMailFacts facts) => facts.Lines.Select(l => new MailRow(
        $"{l.Quantity} × {Name(l.Line)}", new Amount(l.Line.GrossMinor, facts.Order.CurrencyCode).ToString()));

    private static IEnumerable<MailRow> Parcel(OrderMailFacts facts) =>
        facts.Lines.Select(l => new MailRow(Name(l.Line), l.Quantity.ToString(CultureInfo.InvariantCulture)));

    private static string Name(OrderLine line) => line.Options.Length == 0 ? line.Title : $"{line.Title} ({line.Options})";

    private static IEnumerable<string> Reason(OrderMailFacts facts) =>
        string.IsNullOrWhiteSpace(facts.Words) ? [] : [$"The reason: {facts.Words}"];

    /// <summary>Answered while the mail was written: then nobody waits any more.</summary>
    private static string By(DateTime? utc) =>
        utc is { } at ? "by " + at.ToString("dddd d MMMM, H:mm 'UTC'", CultureInfo.InvariantCulture) : "soon";

    private static string Days(int days) => days == 1 ? "one day" : $"{days} days";

    private static string Day(DateOnly day) => day.ToString("dddd d MMMM", CultureInfo.InvariantCulture);
}
