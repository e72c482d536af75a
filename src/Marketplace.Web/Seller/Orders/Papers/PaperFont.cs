using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace Marketplace.Web.Seller.Orders.Papers;

/// <summary>
/// DejaVu Sans, which has the letters of Latin, Greek and Cyrillic and more. What it lacks (Chinese, emoji) is printed as
/// a box, so that it is seen and nothing fails.
/// </summary>
internal sealed class PaperFont
{
    public const char Lacking = '□';

    public static readonly PaperFont Regular = new("DejaVuSans.ttf");
    public static readonly PaperFont Bold = new("DejaVuSans-Bold.ttf");

    private readonly TrueTypeFont _font;
    private readonly double _unitsPerEm;

    private PaperFont(string name)
    {
        using var stream = typeof(PaperFont).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font {name} is not embedded.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        Bytes = bytes.ToArray();
        _font = TrueTypeFontParser.Parse(new TrueTypeDataBytes(Bytes));
        _unitsPerEm = _font.GetUnitsPerEm();
    }

    public byte[] Bytes { get; }

    public bool Has(char letter) => _font.WindowsUnicodeCMap?.CharacterCodeToGlyphIndex(letter) > 0;

    public double WidthOf(string text, double size) => text.Sum(WidthOf) * size;

    /// <summary>Only letters that the font has: composed, without what has no shape, one box for each that is lacking.</summary>
    public string Printable(string? text)
    {
        var clean = new StringBuilder();
        foreach (var rune in Composed(text ?? "").EnumerateRunes())
        {
            var kind = Rune.GetUnicodeCategory(rune);
            if (kind is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) continue;
            if (kind is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) clean.Append(' ');
            else clean.Append(rune.IsBmp && Has((char)rune.Value) ? (char)rune.Value : Lacking);
        }

        return clean.ToString();
    }

    /// <summary>Half a surrogate pair cannot be composed: it becomes the sign for what cannot be read.</summary>
    private static string Composed(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormC);

    private double WidthOf(char letter) => _font.TryGetAdvanceWidth(letter, out var units) ? units / _unitsPerEm : 0.6;
}
