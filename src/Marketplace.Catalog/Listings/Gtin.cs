namespace Marketplace.Catalog.Listings;

/// <summary>The number under a barcode (GS1 General Specifications, 7.9: check digit by weights 3 and 1).</summary>
internal static class Gtin
{
    /// <summary>The 14-digit form of a GTIN-8, -12, -13 or -14; null when the length or the check digit is wrong.</summary>
    public static string? Normalise(string? text)
    {
        var digits = string.Concat((text ?? "").Where(c => c is not (' ' or '-')));
        if (digits.Length is not (8 or 12 or 13 or 14) || !digits.All(char.IsAsciiDigit)) return null;
        var padded = digits.PadLeft(14, '0');
        var sum = 0;
        for (var i = 0; i < 13; i++) sum += (padded[i] - '0') * (i % 2 == 0 ? 3 : 1);
        return (10 - sum % 10) % 10 == padded[13] - '0' ? padded : null;
    }
}
