using System.Globalization;
using System.Xml.Linq;

namespace Marketplace.Pictures;

/// <summary>
/// The drawings of motifs/*.svg: every top-level group is one motif on a 200 × 200 grid. Four attributes of our own
/// keep them short: <c>vol</c> darkens a shape right of an edge, <c>on</c> clips a group to the shape before it,
/// <c>drop</c> lays a soft shadow under a thing seen from above, <c>data-shadow</c> sets the width of the one on the
/// ground.
/// </summary>
public sealed class Motifs
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly string[] Own = ["vol", "on", "drop"];
    private readonly Dictionary<string, XElement> _motifs = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private int _clips;

    public IReadOnlyList<string> Keys => _order;

    public static Motifs Load(string folder)
    {
        var book = new Motifs();
        foreach (var file in Directory.GetFiles(folder, "*.svg").Order(StringComparer.Ordinal))
        {
            foreach (var group in XDocument.Load(file).Root!.Elements(Svg + "g"))
            {
                var key = group.Attribute("id")!.Value;
                book._motifs.Add(key, group);
                book._order.Add(key);
            }
        }

        return book;
    }

    public (double X, double Y) Focus(string key)
    {
        var parts = (_motifs[key].Attribute("data-focus")?.Value ?? "100 92").Split(' ');
        return (Number(parts[0]), Number(parts[1]));
    }

    /// <summary>Of a pair: x, y and scale of the one behind, then of the one in front.</summary>
    public string[] PairPlaces(string key) =>
        (_motifs[key].Attribute("data-pair")?.Value ?? "63 12 .68 2 34 .75").Split(' ');

    /// <summary>The palette a mark is made for; motifs take any.</summary>
    public string PaletteOf(string key) => _motifs[key].Attribute("data-palette")!.Value;

    /// <summary>The motif as a coloured SVG fragment, its ground shadow first.</summary>
    public string Draw(string key, Palette palette, bool shadow = true)
    {
        var motif = _motifs[key];
        var result = new XElement("g");
        var width = motif.Attribute("data-shadow")?.Value ?? "58";
        if (shadow && width is not "0")
        {
            var centre = motif.Attribute("data-shadow-x")?.Value ?? "100";
            result.Add(XElement.Parse(
                $"""<ellipse cx="{centre}" cy="177" rx="{width}" ry="7" fill="#14201c" opacity=".13"/>"""));
        }

        AddChildren(motif, result, palette);
        return result.ToString(SaveOptions.DisableFormatting);
    }

    private void AddChildren(XElement source, XElement target, Palette palette)
    {
        var children = source.Elements().ToList();
        for (var i = 0; i < children.Count; i++)
        {
            var shape = children[i];
            if (shape.Attribute("drop") is not null)
            {
                target.Add(Drop(shape));
            }

            target.Add(Coloured(shape, palette));
            while (i + 1 < children.Count && children[i + 1].Attribute("on") is not null)
            {
                var pattern = Coloured(children[++i], palette);
                target.Add(Clipped(shape, pattern));
            }

            if (shape.Attribute("vol") is { } edge)
            {
                target.Add(Clipped(shape, Volume(edge.Value, shape.Attribute("fill")?.Value, palette)));
            }
        }
    }

    private XElement Coloured(XElement shape, Palette palette)
    {
        var copy = new XElement(shape.Name.LocalName);
        foreach (var attribute in shape.Attributes().Where(a => !Own.Contains(a.Name.LocalName)))
        {
            var value = attribute.Name.LocalName is "fill" or "stroke"
                ? palette.Colour(attribute.Value)
                : attribute.Value;
            copy.SetAttributeValue(attribute.Name.LocalName, value);
        }

        AddChildren(shape, copy, palette);
        return copy;
    }

    private XElement Clipped(XElement shape, XElement content)
    {
        var id = "c" + Interlocked.Increment(ref _clips).ToString(CultureInfo.InvariantCulture);
        var outline = new XElement(shape.Name.LocalName, shape.Attributes()
            .Where(a => a.Name.LocalName is not ("fill" or "opacity") && !Own.Contains(a.Name.LocalName))
            .Select(a => new XAttribute(a.Name.LocalName is "fill-rule" ? "clip-rule" : a.Name.LocalName, a.Value)));
        return new XElement("g",
            new XElement("clipPath", new XAttribute("id", id), outline),
            new XElement("g", new XAttribute("clip-path", $"url(#{id})"), content));
    }

    /// <summary>Everything right of x is darker; a second number bends the edge.</summary>
    private static XElement Volume(string edge, string? fill, Palette palette)
    {
        var parts = edge.Split(' ');
        var bend = Text(Number(parts[0]) + (parts.Length > 1 ? Number(parts[1]) : 0));
        var (colour, opacity) = fill is "main" ? (palette.Shade, ".55") : (palette.Dark, ".16");
        return XElement.Parse(
            $"""<path d="M{parts[0]} -20Q{bend} 100 {parts[0]} 220H260V-20z" fill="{colour}" opacity="{opacity}"/>""");
    }

    private static XElement Drop(XElement shape)
    {
        var copy = new XElement("g", new XAttribute("transform", "translate(4 7)"), new XAttribute("opacity", ".13"));
        copy.Add(Silhouette(shape));
        return copy;
    }

    private static XElement Silhouette(XElement shape)
    {
        var copy = new XElement(shape.Name.LocalName);
        foreach (var attribute in shape.Attributes().Where(a => !Own.Contains(a.Name.LocalName)))
        {
            var value = attribute.Value;
            copy.SetAttributeValue(attribute.Name.LocalName, attribute.Name.LocalName switch
            {
                "fill" or "stroke" when value is not "none" => "#14201c",
                "opacity" => null,
                _ => value,
            });
        }

        copy.Add(shape.Elements().Where(e => e.Attribute("on") is null).Select(Silhouette));
        return copy;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
