using System.Globalization;
using System.Text;

namespace Marketplace.Pictures;

/// <summary>Contact sheets: what a buyer sees at 160 px, many at once, to look at before committing.</summary>
public static class Sheet
{
    public static string Draw(
        Motifs motifs, IReadOnlyList<(string Key, Palette Palette, string View)> cells, int columns, int size)
    {
        var step = size + 8;
        var rows = (cells.Count + columns - 1) / columns;
        var body = new StringBuilder("""<rect width="100%" height="100%" fill="#fff"/>""");
        for (var i = 0; i < cells.Count; i++)
        {
            var (key, palette, view) = cells[i];
            var (x, y) = (i % columns * step, i / columns * step);
            body.Append(CultureInfo.InvariantCulture, $"""<g transform="translate({x + 4} {y + 4})">""")
                .Append(Scene.Draw(motifs, key, palette, view, size)).Append("</g>");
        }

        return Scene.Document(columns * step, rows * step, $"0 0 {columns * step} {rows * step}", body.ToString());
    }

    /// <summary>Whole pictures, scaled down and stacked in columns.</summary>
    public static string Stack(IReadOnlyList<string> documents, int width, int height, int columns, double scale)
    {
        var body = new StringBuilder("""<rect width="100%" height="100%" fill="#fff"/>""");
        var (across, down) = ((width * scale) + 8, (height * scale) + 8);
        for (var i = 0; i < documents.Count; i++)
        {
            var (x, y) = (i % columns * across, i / columns * down);
            body.Append(CultureInfo.InvariantCulture, $"""<g transform="translate({x} {y}) scale({scale})">""")
                .Append(documents[i]).Append("</g>");
        }

        var rows = (documents.Count + columns - 1) / columns;
        var (totalWidth, totalHeight) = ((int)(columns * across), (int)(rows * down));
        return Scene.Document(totalWidth, totalHeight, $"0 0 {totalWidth} {totalHeight}", body.ToString());
    }
}
