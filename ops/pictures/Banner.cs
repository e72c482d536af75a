using System.Globalization;
using System.Text;

namespace Marketplace.Pictures;

/// <summary>A shop's banner: the things it sells, standing on one table before a calm wall.</summary>
public static class Banner
{
    public const int Width = 1600;
    public const int Height = 400;
    private const int Table = 338;
    private const double OnGrid = 177; // where a motif touches the ground on its own grid

    public static IReadOnlyList<string> Read(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0 && line[0] is not '#')];

    public static string Draw(Motifs motifs, string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        var wall = Palette.Of(parts[0]);
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"""
            <rect width="{Width}" height="{Height}" fill="{wall.Ground}"/>
            <g fill="#fff" opacity=".42"><circle cx="430" cy="250" r="230"/>
            <path d="M900 400V210a190 190 0 0 1 380 0V400z"/></g>
            <path d="M0 312H{Width}V{Height}H0z" fill="{Palette.Darker(wall.Ground, 0.93)}"/>
            """);
        foreach (var part in parts.Skip(1))
        {
            Place(motifs, body, part.Split(' '));
        }

        return Scene.Document(Width, Height, $"0 0 {Width} {Height}", body.ToString());
    }

    private static void Place(Motifs motifs, StringBuilder body, string[] words)
    {
        var scale = double.Parse(words[3], CultureInfo.InvariantCulture);
        var lift = words.Length > 4 ? double.Parse(words[4], CultureInfo.InvariantCulture) : 0;
        var x = double.Parse(words[2], CultureInfo.InvariantCulture) - (100 * scale);
        var y = Table - lift - (OnGrid * scale);
        body.Append(CultureInfo.InvariantCulture, $"""<g transform="translate({x:0.#} {y:0.#}) scale({scale})">""")
            .Append(motifs.Draw(words[0], Palette.Of(words[1]), shadow: lift is 0))
            .Append("</g>");
    }
}
