using System.Globalization;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Orders;

/// <summary>What happened to a part of an order, in the words of its timeline.</summary>
public static class OrderWords
{
    public static IEnumerable<TimelineStep> Timeline(PartView part, IStringLocalizer<Words> words, DisplayClock clock)
    {
        foreach (var happened in part.Timeline)
            yield return Step(happened, part, words, clock);
        if (Next(part, words, clock) is { } next) yield return next;
    }

    private static TimelineStep Step(EventView happened, PartView part, IStringLocalizer<Words> words, DisplayClock clock)
    {
        var local = clock.Local(happened.AtUtc);
        var culture = CultureInfo.CurrentCulture;
        var when = $"{DateText.Day(local, clock.Today, culture)}, {DateText.Time(local, culture)}";
        var amount = happened.AmountMinor is { } minor ? MoneyText.Format(minor, part.CurrencyCode, culture) : "";
        var state = happened.Kind is OrderEventKind.Cancelled or OrderEventKind.RefundFailed ? StepState.Bad : StepState.Done;
        return new TimelineStep(What(happened, part.Pickup is not null, amount, words), when, Blank(happened.Detail), state);
    }

    private static string What(EventView happened, bool isFetched, string amount, IStringLocalizer<Words> words) => happened.Kind switch
    {
        OrderEventKind.Placed => words["Ordered and paid"],
        OrderEventKind.Accepted => words["Accepted by the shop"],
        OrderEventKind.Packed when isFetched => words["Ready for pickup"],
        OrderEventKind.Shipped when isFetched => words["Picked up"],
        OrderEventKind.Packed => words["Packed"],
        OrderEventKind.Shipped => words["Handed to the carrier"],
        OrderEventKind.Delivered => words["Delivered"],
        OrderEventKind.Cancelled => By(happened.Actor, words["Cancelled by the buyer"], words["Cancelled by the shop"], words["Cancelled"]),
        OrderEventKind.CancellationRequested => words["The buyer asked to cancel"],
        OrderEventKind.CancellationDeclined => words["The shop ships it all the same"],
        OrderEventKind.RefundRequested => words["Refund of {0} started", amount],
        OrderEventKind.RefundCompleted => words["{0} paid back", amount],
        OrderEventKind.RefundFailed => words["The refund of {0} failed; the platform looks at it", amount],
        OrderEventKind.Released => words["Money released to the shop"],
        OrderEventKind.Transferred => words["Money transferred to the shop"],
        OrderEventKind.AddressChanged => words["The shop sends it to another address"],
        OrderEventKind.Note => words["Note"],
    };

    private static TimelineStep? Next(PartView part, IStringLocalizer<Words> words, DisplayClock clock)
    {
        string Day(DateOnly day) => DateText.Day(day.ToDateTime(TimeOnly.MinValue), clock.Today, CultureInfo.CurrentCulture);
        return part.State switch
        {
            FulfilmentState.Placed or FulfilmentState.Accepted or FulfilmentState.PartShipped when part.Pickup is not null =>
                part.Timeline.Any(e => e.Kind == OrderEventKind.Packed)
                    ? null : new TimelineStep(words["Ready for pickup by {0}", Day(part.ShipByDate)], State: StepState.Next),
            FulfilmentState.Shipped when part.Pickup is not null => null,
            FulfilmentState.Placed or FulfilmentState.Accepted or FulfilmentState.PartShipped =>
                new TimelineStep(words["To be shipped by {0}", Day(part.ShipByDate)], State: StepState.Next),
            FulfilmentState.Shipped => new TimelineStep(words["Arrives by {0}", Day(part.ArrivesToDate)], State: StepState.Next),
            FulfilmentState.Draft or FulfilmentState.Delivered or FulfilmentState.Cancelled => null,
        };
    }

    private static string By(OrderActor actor, string buyer, string seller, string platform) => actor switch
    {
        OrderActor.Buyer => buyer,
        OrderActor.Seller => seller,
        OrderActor.Platform => platform,
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
