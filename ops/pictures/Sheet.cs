using System.Globalization;
using System.Text;

namespace Marketplace.Pictures;

/// <summary>Contact sheets: what a buyer sees at 160 px, many at once, to look at before anything is committed.</summary>
public static class Sheet
{
    private const int Cell = 168;

    public static string Draw(Motifs motifs, IReadOnlyList<(string Key, Palette Palette, string View)> cells, int columns)
    {
        var rows = (cells.Count + columns - 1) / columns;
        var body = new StringBuilder("""<rect width="100%" height="100%" fill="#fff"/>""");
        for (var i = 0; i < cells.Count; i++)
        {
            var (key, palette, view) = cells[i];
            var (x, y) = (i % columns * Cell, i / columns * Cell);
            body.Append(CultureInfo.InvariantCulture, $"""<g transform="translate({x + 4} {y + 4})">""")
                .Append(Scene.Draw(motifs, key, palette, view, 160)).Append("</g>");
        }

        return Scene.Document(columns * Cell, rows * Cell, $"0 0 {columns * Cell} {rows * Cell}", body.ToString());
    }
}
