namespace Marketplace.Care.Health;

/// <summary>What is measured of a shop, in the order in which it is shown.</summary>
public enum HealthMetric
{
    LateShipments,
    Cancellations,
    Refunds,
    Replies,
    Rating,
}

public enum HealthVerdict
{
    /// <summary>Too little happened to say anything.</summary>
    TooFew,
    Kept,
    Missed,
}

/// <summary>The marks as staff set them: rates in hundredths of a percent, at most; the rating at least.</summary>
/// <param name="Fewest">Of fewer orders, or reviews, nothing is said.</param>
/// <param name="Version">0 before anybody set any.</param>
public sealed record HealthMarks(
    int LateBps, int CancelledBps, int RefundedBps, int ReplyHours, int RatingHundredths, int Fewest, long Version)
{
    public static readonly HealthMarks Usual = new(400, 250, 500, 24, 400, 10, 0);
}

/// <summary>What the last weeks came to.</summary>
public sealed record HealthFigures(
    int Promised, int Late, int Placed, int Cancelled, int Shipped, int Refunded, int? ReplyMinutes, int Ratings, int RatingHundredths);

/// <summary>One number of a shop beside its mark.</summary>
/// <param name="Value">Hundredths of a percent, minutes, or hundredths of a star; null where nothing can be said.</param>
/// <param name="Mark">In the same unit.</param>
/// <param name="Count">How many orders speak against the shop; for the rating, how many reviews there are.</param>
/// <param name="Of">Of how many.</param>
public sealed record HealthLine(HealthMetric Metric, int? Value, int Mark, int Count, int Of, HealthVerdict Verdict);

/// <summary>
/// Holds a shop's figures against the marks. Rates are rounded to the next hundredth of a percent; a rate that equals its
/// mark keeps it. Pure.
/// </summary>
public static class HealthRule
{
    /// <summary>How far back is looked.</summary>
    public const int Days = 60;

    public static IReadOnlyList<HealthLine> Judge(HealthFigures figures, HealthMarks marks) =>
    [
        Rate(HealthMetric.LateShipments, figures.Late, figures.Promised, marks.LateBps, marks.Fewest),
        Rate(HealthMetric.Cancellations, figures.Cancelled, figures.Placed, marks.CancelledBps, marks.Fewest),
        Rate(HealthMetric.Refunds, figures.Refunded, figures.Shipped, marks.RefundedBps, marks.Fewest),
        new(
            HealthMetric.Replies, figures.ReplyMinutes, marks.ReplyHours * 60, 0, 0,
            figures.ReplyMinutes is not { } minutes ? HealthVerdict.TooFew
                : minutes <= marks.ReplyHours * 60 ? HealthVerdict.Kept : HealthVerdict.Missed),
        new(
            HealthMetric.Rating, figures.Ratings == 0 ? null : figures.RatingHundredths, marks.RatingHundredths, figures.Ratings,
            figures.Ratings,
            figures.Ratings < marks.Fewest ? HealthVerdict.TooFew
                : figures.RatingHundredths >= marks.RatingHundredths ? HealthVerdict.Kept : HealthVerdict.Missed),
    ];

    private static HealthLine Rate(HealthMetric metric, int count, int of, int markBps, int fewest)
    {
        int? bps = of == 0 ? null : (int)Math.Round(10_000m * count / of, MidpointRounding.AwayFromZero);
        var verdict = of < fewest ? HealthVerdict.TooFew : bps <= markBps ? HealthVerdict.Kept : HealthVerdict.Missed;
        return new HealthLine(metric, bps, markBps, count, of, verdict);
    }
}
