using System.Text.RegularExpressions;
using Marketplace.Web.Shared.Components;

namespace Marketplace.Web.Tests.Shared.Components;

public sealed partial class ChartsTests
{
    [Fact]
    public void Amounts_at_the_axis_end_where_the_curve_begins()
    {
        Point[] points = [new("1 Nov", 900), new("2 Nov", 1000), new("3 Nov", 100)];

        var drawn = Charts.Line(points, "Sales", value => $"€{value:0,0}.00").ToString()!;

        var start = decimal.Parse(Curve().Match(drawn).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        var labels = Label().Matches(drawn).Select(m => decimal.Parse(m.Groups[1].Value)).ToList();
        Assert.Equal(4, labels.Count);
        Assert.All(labels, x => Assert.True(x < start, $"A label ends at {x}, the curve begins at {start}."));
        Assert.True(start > 40, "There is no room for amounts.");
    }

    [GeneratedRegex("""class="ln" d="M([\d.]+) """)]
    private static partial Regex Curve();

    [GeneratedRegex("""<text x="(\d+)" y="[\d.]+" text-anchor="end">€""")]
    private static partial Regex Label();
}
