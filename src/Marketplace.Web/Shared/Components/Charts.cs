using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Marketplace.Web.Shared.Components;

/// <summary>One point of a series: its label on the axis and in the table, and its value.</summary>
public sealed record Point(string Label, decimal Value);

/// <summary>
/// Charts as SVG, drawn by the server, without styles or scripts of their own. Pure functions of their data; the
/// figure around them adds the table with the same numbers.
/// </summary>
public static class Charts
{
    private const int Width = 640;
    private const int Top = 16;
    private static readonly decimal[] RoundSteps = [1m, 1.2m, 1.6m, 2m, 2.4m, 3.2m, 4m, 6m, 8m, 10m];

    /// <summary>A line over its filled area; <paramref name="before"/> is the earlier period, dashed.</summary>
    public static HtmlString Line(
        IReadOnlyList<Point> points, string label, Func<decimal, string> say, IReadOnlyList<decimal>? before = null)
    {
        const int height = 190, bottom = 166;
        var top = NiceTop(Math.Max(points.Max(p => p.Value), before is { Count: > 0 } ? before.Max() : 0));
        var left = Gutter(top, say);
        var path = Path(points.Select(p => p.Value).ToList(), top, bottom, left);
        var earlier = before is { Count: > 1 }
            ? Markup.Of($"""<path class="ln before" d="M{Path(before, top, bottom, left)}"/>""")
            : HtmlString.Empty;
        var end = Y(points[^1].Value, top, bottom);
        return Markup.Of(
            $"""
            <svg class="chart" viewBox="0 0 {Width} {height}" role="img" aria-label="{label}"><path class="area" d="M{path} L{Width} {bottom} L{left} {bottom}Z"/>{Grid(top, bottom, left, say)}{earlier}<path class="ln" d="M{path}"/><circle class="dot" cx="{Width - 5}" cy="{N(end)}" r="5"/>{Ends(points, height, left)}</svg>
            """);
    }

    public static HtmlString Bars(IReadOnlyList<Point> points, string label, Func<decimal, string> say)
    {
        const int height = 190, bottom = 166;
        var top = NiceTop(points.Max(p => p.Value));
        var left = Gutter(top, say);
        var step = (decimal)(Width - left) / points.Count;
        var every = Math.Max(1, (int)Math.Ceiling(points.Count / 8m));
        var bars = points.Select((point, index) =>
        {
            var y = Y(point.Value, top, bottom);
            var name = index % every != 0 ? HtmlString.Empty : Markup.Of(
                $"""<text x="{N(left + ((index + .5m) * step))}" y="{height - 4}" text-anchor="middle">{point.Label}</text>""");
            return Markup.Of(
                $"""
                <rect class="bar" x="{N(left + (index * step) + (step * .18m))}" y="{N(y)}" width="{N(step * .64m)}" height="{N(bottom - y)}" rx="3"><title>{point.Label}: {say(point.Value)}</title></rect>{name}
                """);
        });
        return Markup.Of(
            $"""<svg class="chart" viewBox="0 0 {Width} {height}" role="img" aria-label="{label}">{bars}{Grid(top, bottom, left, say)}</svg>""");
    }

    /// <summary>A trend in a table's cell; decoration beside the number it belongs to.</summary>
    public static HtmlString Spark(IReadOnlyList<decimal> values)
    {
        if (values.Count < 2)
        {
            return HtmlString.Empty;
        }

        var (low, high) = (values.Min(), values.Max());
        var range = high == low ? 1 : high - low;
        var path = string.Join(" L", values.Select((value, index) =>
            $"{N(88m * index / (values.Count - 1))} {N(23 - (20 * (value - low) / range))}"));
        return Markup.Of($"""<svg class="spark" viewBox="0 0 88 26" aria-hidden="true"><path d="M{path}"/></svg>""");
    }

    /// <summary>Shares of one whole, side by side. Nothing is rounded away: a share above zero is at least a sliver.</summary>
    public static HtmlString River(IReadOnlyList<(string Css, decimal Value)> parts, string label)
    {
        var total = parts.Sum(part => Math.Max(0, part.Value));
        var x = 0m;
        var drawn = parts.Where(part => part.Value > 0).Select(part =>
        {
            var width = Math.Max(.6m, 100m * part.Value / total);
            var rect = Markup.Of(
                $"""<rect class="{part.Css}" x="{N(x)}%" y="0" width="{N(Math.Max(.4m, width - .35m))}%" height="18"/>""");
            x += width;
            return rect;
        }).ToList();
        return Markup.Of($"""<svg class="river" height="18" role="img" aria-label="{label}">{drawn}</svg>""");
    }

    /// <summary>The next height whose quarters are round figures.</summary>
    internal static decimal NiceTop(decimal max)
    {
        if (max <= 0)
        {
            return 4;
        }

        var power = 1m;
        while (power * 10 <= max)
        {
            power *= 10;
        }

        while (power > max)
        {
            power /= 10;
        }

        return RoundSteps.First(step => step * power >= max) * power;
    }

    /// <summary>Room for the longest amount at the lines, so that none stands on the curve.</summary>
    private static int Gutter(decimal top, Func<decimal, string> say) =>
        10 + (7 * Enumerable.Range(1, 4).Max(line => say(top * line / 4).Length));

    private static IEnumerable<IHtmlContent> Grid(decimal top, int bottom, int left, Func<decimal, string> say) =>
        Enumerable.Range(1, 4).Select(line =>
        {
            var value = top * line / 4;
            var y = Y(value, top, bottom);
            return Markup.Of(
                $"""<path class="gl" d="M{left} {N(y)} H{Width}"/><text x="{left - 8}" y="{N(y + 4)}" text-anchor="end">{say(value)}</text>""");
        });

    private static HtmlString Ends(IReadOnlyList<Point> points, int height, int left) => Markup.Of(
        $"""<text x="{left}" y="{height - 4}">{points[0].Label}</text><text x="{Width}" y="{height - 4}" text-anchor="end">{points[^1].Label}</text>""");

    private static string Path(IReadOnlyList<decimal> values, decimal top, int bottom, int left) =>
        string.Join(" L", values.Select((value, index) =>
            $"{N(values.Count == 1 ? Width : left + ((decimal)(Width - left) * index / (values.Count - 1)))} {N(Y(value, top, bottom))}"));

    private static decimal Y(decimal value, decimal top, int bottom) => bottom - ((bottom - Top) * Math.Max(0, value) / top);

    private static string N(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
