namespace Marketplace.Pictures;

/// <summary>How a motif stands on its tile: alone, seen closer, or with a second one behind it.</summary>
public static class Scene
{
    public static readonly IReadOnlyList<string> Views = ["front", "detail", "pair"];

    public static string Draw(Motifs motifs, string key, Palette palette, string view, int size) => view switch
    {
        "front" => Tile(palette, size, Front(motifs, key, palette)),
        "detail" => Tile(palette, size, Detail(motifs, key, palette)),
        "pair" => Tile(palette, size, Pair(motifs, key, palette)),
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, "A view is front, detail or pair."),
    };

    public static string Document(int width, int height, string viewBox, string content) =>
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="{viewBox}">{content}</svg>
        """;

    public static string Mark(Motifs marks, string key)
    {
        var palette = Palette.Of(marks.PaletteOf(key));
        var content = marks.Draw(key, palette, shadow: false);
        var ground = $"""<rect width="200" height="200" fill="{palette.Main}"/>""";
        return Document(256, 256, "0 0 200 200", ground + content);
    }

    private static string Tile(Palette palette, int size, string content) =>
        Document(size, size, "0 0 200 200", $"""<rect width="200" height="200" fill="{palette.Ground}"/>{content}""");

    private static string Front(Motifs motifs, string key, Palette palette) =>
        $"""<g transform="translate(12 12) scale(.88)">{motifs.Draw(key, palette)}</g>""";

    private static string Detail(Motifs motifs, string key, Palette palette)
    {
        var (x, y) = motifs.Focus(key);
        var table = Palette.Darker(palette.Ground, 0.94);
        return FormattableString.Invariant($"""
            <path d="M0 140 200 106V200H0z" fill="{table}"/>
            <g transform="translate(100 100) rotate(-6) scale(1.26) translate({-x} {-y})">
            {motifs.Draw(key, palette)}</g>
            """);
    }

    private static string Pair(Motifs motifs, string key, Palette palette)
    {
        var p = motifs.PairPlaces(key);
        return $"""
            <g transform="translate({p[0]} {p[1]}) scale({p[2]})">{motifs.Draw(key, palette.Turned())}</g>
            <g transform="translate({p[3]} {p[4]}) scale({p[5]})">{motifs.Draw(key, palette)}</g>
            """;
    }
}
