using System.Globalization;

namespace Marketplace.Pictures;

/// <summary>Four slots a drawing is coloured with, and the soft tint of the tile it stands on.</summary>
public sealed record Palette(string Key, string Main, string Shade, string Accent, string Dark, string Ground)
{
    public static readonly IReadOnlyList<Palette> All =
    [
        new("terracotta", "#d98a5c", "#b0613a", "#f3d3a2", "#56301f", "#f8ebe1"),
        new("moss", "#5b9467", "#386b48", "#e6a873", "#1f3a2b", "#e7f0e9"),
        new("ocean", "#4f8abc", "#2d6192", "#f3c96f", "#173753", "#e4edf6"),
        new("mustard", "#e4ad40", "#b9811f", "#c9674a", "#4a3208", "#f7f0d9"),
        new("plum", "#9171ab", "#694a86", "#f1b8a8", "#3a2450", "#efe9f5"),
        new("charcoal", "#4c5a62", "#2f3b42", "#e9b24e", "#182025", "#e8edef"),
        new("blush", "#e2949a", "#be6670", "#84a892", "#57222d", "#faeceb"),
        new("sand", "#dbc197", "#b89a69", "#c4754f", "#4a3b28", "#f5efe3"),
    ];

    // Materials that do not follow the palette: a leaf stays green, a loaf stays brown.
    private static readonly Dictionary<string, string> Materials = new(StringComparer.Ordinal)
    {
        ["paper"] = "#fffdf6", ["cream"] = "#f6ead2", ["glow"] = "#fff3c4", ["sun"] = "#f2b632",
        ["wood"] = "#c9965f", ["bark"] = "#9b693c", ["steel"] = "#d3dade", ["iron"] = "#9aa6ad",
        ["leaf"] = "#66a05e", ["fern"] = "#437a49", ["coffee"] = "#5b3a22", ["cocoa"] = "#75492b",
        ["soil"] = "#5d4433", ["berry"] = "#c5414c", ["amber"] = "#e9a52f", ["crust"] = "#cf8a48",
        ["ink"] = "#14201c", ["sky"] = "#cfe3ee", ["gold"] = "#e3b24f", ["brass"] = "#b98a2c",
    };

    /// <summary>The second thing of a pair: the accent becomes its main colour.</summary>
    public Palette Turned() => this with { Main = Accent, Shade = Darker(Accent, 0.76), Accent = Main };

    public static Palette Of(string key) => All.First(p => string.Equals(p.Key, key, StringComparison.Ordinal));

    public string Colour(string name) => name switch
    {
        "main" => Main,
        "shade" => Shade,
        "accent" => Accent,
        "dark" => Dark,
        "ground" => Ground,
        _ => Materials.GetValueOrDefault(name, name),
    };

    public static string Darker(string hex, double factor)
    {
        var parts = Enumerable.Range(0, 3)
            .Select(i => int.Parse(hex.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            .Select(v => (int)Math.Round(v * factor));
        return "#" + string.Concat(parts.Select(v => v.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
