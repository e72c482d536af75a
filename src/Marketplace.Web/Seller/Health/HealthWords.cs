using System.Globalization;
using Marketplace.Care.Health;
using Marketplace.Sales.Orders;
using Marketplace.Web.Admin;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Health;

/// <summary>What a shop's numbers are called, how they are counted and what they come to, in words.</summary>
public static class HealthWords
{
    public static string Name(HealthMetric metric, IStringLocalizer<Words> words) => metric switch
    {
        HealthMetric.LateShipments => words["Shipped late"],
        HealthMetric.Cancellations => words["Cancelled by the shop"],
        HealthMetric.Refunds => words["Paid back after shipping"],
        HealthMetric.Replies => words["Usual time to answer"],
        HealthMetric.Rating => words["Stars of the last weeks"],
    };

    public static string Rule(HealthMetric metric, IStringLocalizer<Words> words) => metric switch
    {
        HealthMetric.LateShipments => words[
            "Of the orders that are shipped or were promised for a day before today: those that left after the promised "
            + "day, or have not left. Cancelled orders are left out."]!,
        HealthMetric.Cancellations => words[
            "Of all paid orders: those of which the shop cancelled something that the buyer had not asked to cancel, or "
            + "that were cancelled because the shop did not accept or ship in time."]!,
        HealthMetric.Refunds => words[
            "Of the orders that were shipped: those of which something was paid back afterwards, by the shop or by the "
            + "marketplace, much or little."]!,
        HealthMetric.Replies => words[
            "The median time from a buyer's message to a person's answer in the last 30 days, nights and weekends "
            + "included. Who still waits counts with the time so far; automatic answers do not count."]!,
        HealthMetric.Rating => words["The mean of all reviews of the last 60 days that are shown."]!,
    };

    public static string Value(HealthLine line, IStringLocalizer<Words> words) =>
        line.Value is { } value ? Say(line.Metric, value, words) : "–";

    public static string Mark(HealthLine line, IStringLocalizer<Words> words) => line.Metric == HealthMetric.Rating
        ? words["at least {0}", Say(line.Metric, line.Mark, words)]
        : words["at most {0}", Say(line.Metric, line.Mark, words)];

    public static string Basis(HealthLine line, IStringLocalizer<Words> words) => line.Metric switch
    {
        HealthMetric.Replies => "",
        HealthMetric.Rating => words.Count(line.Of, "{0} review", "{0} reviews"),
        _ => words["{0} of {1}", N(line.Count), words.Count(line.Of, "{0} order", "{0} orders")],
    };

    public static (string Text, Tone Tone) Verdict(HealthLine line, IStringLocalizer<Words> words) => line.Verdict switch
    {
        HealthVerdict.TooFew => (words["Too little to say"], Tone.Plain),
        HealthVerdict.Kept => (words["Within its mark"], Tone.Good),
        HealthVerdict.Missed => (words["Beyond its mark"], Tone.Bad),
    };

    /// <summary>Which orders speak against the shop in this number; null where it is not counted in orders.</summary>
    public static FulfilmentFault? Fault(HealthMetric metric) => metric switch
    {
        HealthMetric.LateShipments => FulfilmentFault.Late,
        HealthMetric.Cancellations => FulfilmentFault.CancelledBySeller,
        HealthMetric.Refunds => FulfilmentFault.Refunded,
        HealthMetric.Replies or HealthMetric.Rating => null,
    };

    private static string Say(HealthMetric metric, int value, IStringLocalizer<Words> words) => metric switch
    {
        HealthMetric.Replies => Ages.Say(TimeSpan.FromMinutes(value), words),
        HealthMetric.Rating => words["{0} stars", (value / 100m).ToString("0.0#", CultureInfo.CurrentCulture)],
        _ => Percent.Say(value, CultureInfo.CurrentCulture),
    };

    private static string N(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
