using Marketplace.Care.Health;

namespace Marketplace.Tests.Care.Health;

public sealed class HealthRuleTests
{
    private static readonly HealthFigures Good = new(100, 4, 100, 2, 100, 5, 24 * 60, 10, 400);

    [Fact]
    public void What_equals_its_mark_keeps_it_and_a_little_more_misses_it()
    {
        Assert.All(HealthRule.Judge(Good, HealthMarks.Usual), l => Assert.Equal(HealthVerdict.Kept, l.Verdict));

        var bad = Good with { Late = 5, Cancelled = 3, Refunded = 6, ReplyMinutes = (24 * 60) + 1, RatingHundredths = 399 };
        Assert.All(HealthRule.Judge(bad, HealthMarks.Usual), l => Assert.Equal(HealthVerdict.Missed, l.Verdict));
    }

    [Fact]
    public void Of_too_few_nothing_is_said_however_bad_they_are()
    {
        var few = new HealthFigures(9, 9, 9, 9, 9, 9, null, 9, 100);

        Assert.All(HealthRule.Judge(few, HealthMarks.Usual), l => Assert.Equal(HealthVerdict.TooFew, l.Verdict));
        Assert.All(HealthRule.Judge(new HealthFigures(0, 0, 0, 0, 0, 0, null, 0, 0), HealthMarks.Usual), l => Assert.Null(l.Value));
    }

    [Fact]
    public void A_rate_is_rounded_to_a_hundredth_of_a_percent()
    {
        var line = HealthRule.Judge(Good with { Promised = 30, Late = 1 }, HealthMarks.Usual)[0];

        Assert.Equal((333, 400, 1, 30, HealthVerdict.Kept), (line.Value, line.Mark, line.Count, line.Of, line.Verdict));
    }
}
