using Marketplace.Care.Reviews;

namespace Marketplace.Tests.Care.Reviews;

public sealed class TallyTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0, 0)]
    [InlineData(0, 0, 0, 0, 3, 500, 3)]
    [InlineData(1, 0, 0, 0, 1, 300, 2)]
    [InlineData(0, 0, 0, 1, 2, 467, 3)]
    [InlineData(2, 0, 0, 0, 1, 233, 3)]
    [InlineData(0, 0, 1, 7, 0, 388, 8)]
    public void Of_is_the_mean_in_hundredths_rounded_half_up(int one, int two, int three, int four, int five, int mean, int count) =>
        Assert.Equal((mean, count), Tally.Of([one, two, three, four, five]));

    [Fact]
    public void Clocks_that_contradict_each_other_are_refused()
    {
        Assert.True(new ReviewOptions().IsSound);
        Assert.False(new ReviewOptions { RequestAfterDays = 90 }.IsSound);
        Assert.False(new ReviewOptions { WindowDays = 0 }.IsSound);
    }
}
