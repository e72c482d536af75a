using System.Globalization;

namespace Marketplace.Accounts.Sellers;

/// <summary>
/// A seller's colour: whether white text on it is readable (WCAG 2.2, contrast 4.5 : 1), and the style sheet that
/// gives it to the shop's pages, light and dark.
/// </summary>
public static class BrandColour
{
    public const double MinimumContrast = 4.5;

    public static bool IsWellFormed(string? colour) => colour is { Length: 7 } && colour[0] == '#'
        && colour.AsSpan(1).IndexOfAnyExceptInRange('0', 'f') < 0 && colour[1..].All(char.IsAsciiHexDigitLower);

    /// <summary>Part of the style sheet's address: another colour, another address.</summary>
    public static string HashOf(string colour) => BrandCss.Hash(colour);

    public static bool IsReadable(string colour) => ContrastWithWhite(colour) >= MinimumContrast;

    public static double ContrastWithWhite(string colour)
    {
        var (red, green, blue) = Parts(colour);
        var luminance = (0.2126 * Linear(red)) + (0.7152 * Linear(green)) + (0.0722 * Linear(blue));
        return 1.05 / (luminance + 0.05);
    }

    /// <summary>
    /// The four words that a shop overrides. On dark pages the colour is lightened and its text dark, so that it
    /// stands out from the background as it does on light ones.
    /// </summary>
    /// <param name="where">The selector that wears the colour: a whole page, or a sample on one.</param>
    public static string StyleSheet(string colour, string where = ":root") => $$"""
        {{where}} {
          --brand: light-dark({{colour}}, color-mix(in oklab, {{colour}}, #fff 52%));
          --brand-ink: light-dark(#ffffff, #10181c);
          --brand-soft: light-dark(color-mix(in oklab, {{colour}}, #fff 88%), color-mix(in oklab, {{colour}}, #000 62%));
          --brand-deep: light-dark(color-mix(in oklab, {{colour}}, #000 35%), color-mix(in oklab, {{colour}}, #fff 78%));
        }

        """;

    private static (int Red, int Green, int Blue) Parts(string colour) => (Part(colour, 1), Part(colour, 3), Part(colour, 5));

    private static int Part(string colour, int at) =>
        int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static double Linear(int part) =>
        part / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}
