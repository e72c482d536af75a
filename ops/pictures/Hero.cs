using System.Globalization;
using System.Text;

namespace Marketplace.Pictures;

/// <summary>The home page's picture: tiles of many shops, the gaps transparent for both colour schemes.</summary>
public static class Hero
{
    private const int Unit = 336;
    private const int Gap = 24;
    private const int Width = (4 * Unit) + (3 * Gap);
    private const int Height = (3 * Unit) + (2 * Gap);

    private sealed record Tile(
        string Motif, string Palette, int Column, int Row, int Across, int Down, double Scale, double Middle);

    private static readonly Tile[] Tiles =
    [
        new("mug", "terracotta", 0, 0, 1, 1, 1.5, 98), new("monstera", "moss", 1, 0, 2, 2, 3.25, 96),
        new("floor-lamp", "mustard", 3, 0, 1, 2, 2.45, 95), new("headphones", "plum", 0, 1, 1, 1, 1.5, 106),
        new("sofa", "ocean", 0, 2, 2, 1, 2.05, 116), new("backpack", "sand", 2, 2, 1, 1, 1.6, 98),
        new("jam-jar", "blush", 3, 2, 1, 1, 1.65, 100),
    ];

    public static string Draw(Motifs motifs)
    {
        var body = new StringBuilder();
        foreach (var tile in Tiles)
        {
            var palette = Palette.Of(tile.Palette);
            var (width, height) = ((tile.Across * (Unit + Gap)) - Gap, (tile.Down * (Unit + Gap)) - Gap);
            var (x, y) = ((width / 2.0) - (100 * tile.Scale), (height / 2.0) - (tile.Middle * tile.Scale));
            body.Append(CultureInfo.InvariantCulture, $"""
                <g transform="translate({tile.Column * (Unit + Gap)} {tile.Row * (Unit + Gap)})">
                <rect width="{width}" height="{height}" rx="36" fill="{palette.Ground}"/>
                <g transform="translate({x:0.#} {y:0.#}) scale({tile.Scale})">{motifs.Draw(tile.Motif, palette)}</g></g>
                """);
        }

        return Scene.Document(Width, Height, $"0 0 {Width} {Height}", body.ToString());
    }
}
