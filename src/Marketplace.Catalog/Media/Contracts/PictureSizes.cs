namespace Marketplace.Catalog.Media.Contracts;

/// <summary>The widths that pictures are served in; where they lie.</summary>
public static class PictureSizes
{
    public const int Master = 960;

    public static IReadOnlyList<int> Small { get; } = [160, 320, 640];

    public static IReadOnlyList<int> All { get; } = [160, 320, 640, Master];

    public static string Url(string pictureRef, int width) => $"/media/{pictureRef}/{width}.webp";

    internal static string Path(string pictureRef, int width) => $"p/media/{pictureRef}/{width}.webp";

    /// <summary>A SHA-256 in lower-case hexadecimal, and nothing else ever reaches a path.</summary>
    public static bool IsRef(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);
}
