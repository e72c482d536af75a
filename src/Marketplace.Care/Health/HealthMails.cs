using System.Globalization;
using Marketplace.Accounts.Mailing.Contracts;

namespace Marketplace.Care.Health;

/// <summary>What owners read when their shop misses a mark.</summary>
internal static class HealthMails
{
    public static MailText Missed(string shop, string slug, IReadOnlyList<MailRow> rows) => new(
        $"{shop}: something needs your eye", "A number of your shop misses its mark",
        [
            $"We measure every shop by the same numbers, over the last {HealthRule.Days} days. These are beyond their mark:",
        ],
        new MailLink("See the orders behind it", $"/seller/{slug}/health"), rows,
        "Nothing is switched off by this. Our staff sees it, too, and may write to you. The page says how each number is counted; "
        + "when it is within its mark again, this is over.");

    public static MailRow Row(HealthLine line) => line.Metric switch
    {
        HealthMetric.LateShipments => new("Shipped late", Rate(line)),
        HealthMetric.Cancellations => new("Cancelled by the shop", Rate(line)),
        HealthMetric.Refunds => new("Paid back after shipping", Rate(line)),
        HealthMetric.Replies => new("Usual time to answer", $"{Hours(line.Value)} h, mark: at most {Hours(line.Mark)} h"),
        HealthMetric.Rating => new("Stars of the last weeks", $"{Stars(line.Value)}, mark: at least {Stars(line.Mark)}"),
    };

    private static string Rate(HealthLine line) =>
        $"{Percent(line.Value)} ({line.Count} of {line.Of}), mark: at most {Percent(line.Mark)}";

    private static string Percent(int? bps) => string.Create(CultureInfo.InvariantCulture, $"{bps / 100m:0.##} %");

    private static string Hours(int? minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60m:0.#}");

    private static string Stars(int? hundredths) => string.Create(CultureInfo.InvariantCulture, $"{hundredths / 100m:0.0#}");
}
