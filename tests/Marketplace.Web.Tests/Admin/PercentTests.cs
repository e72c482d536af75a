using System.Globalization;
using Marketplace.Web.Admin;

namespace Marketplace.Web.Tests.Admin;

public sealed class PercentTests
{
    [Theory]
    [InlineData("12", "en-US", 1200)]
    [InlineData(" 8.5 % ", "en-US", 850)]
    [InlineData("8,25", "nl-NL", 825)]
    [InlineData("0", "en-US", 0)]
    [InlineData("-1", "en-US", -100)]
    [InlineData("8.255", "en-US", null)]
    [InlineData("1e3", "en-US", null)]
    [InlineData("99999999999999999999", "en-US", null)]
    [InlineData("", "en-US", null)]
    [InlineData("half", "en-US", null)]
    public void What_people_type_becomes_hundredths_of_a_percent(string typed, string locale, int? bps) =>
        Assert.Equal(bps, Percent.Parse(typed, CultureInfo.GetCultureInfo(locale)));

    [Fact]
    public void What_is_shown_can_be_typed_again()
    {
        foreach (var culture in (CultureInfo[])[CultureInfo.GetCultureInfo("en-US"), CultureInfo.GetCultureInfo("de-DE")])
            foreach (var bps in (int[])[0, 1, 50, 825, 1200, 10000])
                Assert.Equal(bps, Percent.Parse(Percent.Type(bps, culture), culture));
        Assert.Equal("8.25%", Percent.Say(825, CultureInfo.GetCultureInfo("en-US")));
    }
}
