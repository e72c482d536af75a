using Marketplace.App.Practice;
using Marketplace.Sales.Contracts;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Practice;

/// <summary>The way of a sale from the basket to the bank account, and where this one stands.</summary>
internal static class PracticeWords
{
    public static IReadOnlyList<TimelineStep> Way(PracticeView view, IStringLocalizer<Words> words)
    {
        var reached = Reached(view);
        (LocalizedString What, LocalizedString Means)[] steps =
        [
            (words["Somebody buys"], words["They pay the platform; the money is not yours yet."]),
            (words["You accept"], words["Two days to do it; otherwise the order is cancelled and paid back."]),
            (words["You ship"], words["By the day that was promised, with a tracking number if you have one."]),
            (words["It arrives"], words["Said by the carrier or the buyer. Your word does not count, so nobody has to trust it."]),
            (words["The hold ends"], words["Some days in which the buyer may say that something is wrong."]),
            (words["It is transferred to you"], words["From the platform to your account at Stripe."]),
            (words["It is in your bank"], words["Stripe pays out by itself; banks take a day or two."]),
        ];
        return [.. steps.Select((s, i) => new TimelineStep(
            s.What, null, s.Means, i < reached ? StepState.Done : i == reached ? StepState.Now : StepState.Next))];
    }

    /// <summary>How many of the steps are behind.</summary>
    private static int Reached(PracticeView view)
    {
        if (view.Order is not { } order) return 0;
        var shipped = order.State switch
        {
            FulfilmentState.Draft => 0,
            FulfilmentState.Placed => 1,
            FulfilmentState.Accepted or FulfilmentState.PartShipped => 2,
            FulfilmentState.Shipped => 3,
            FulfilmentState.Delivered => 4,
            FulfilmentState.Cancelled => 1,
        };
        if (shipped < 4 || view.Share is not { } share) return shipped;
        if (share.Money is MoneyState.None or MoneyState.Held) return 4;
        if (share.Money is MoneyState.Payable or MoneyState.Refunded) return 5;
        return view.Money.Balances.Any(b => b.CurrencyCode == order.CurrencyCode && b.PaidMinor > 0 && b.OnItsWayMinor == 0) ? 7 : 6;
    }
}
