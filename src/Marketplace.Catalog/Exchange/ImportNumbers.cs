using System.Globalization;
using System.Text.RegularExpressions;
using Marketplace.Kernel.Values;

namespace Marketplace.Catalog.Exchange;

/// <summary>Numbers as people and spreadsheets write them, read exactly or not at all; never by way of a double.</summary>
internal static partial class ImportNumbers
{
    public enum Reading
    {
        Ok,
        NoNumber,
        TooExact,
    }

    /// <summary>An amount in minor units. Groups of thousands are read; a sign of the currency around it is dropped.</summary>
    public static (Reading Reading, long Minor) Price(SheetCell cell, string currencyCode, bool decimalComma)
    {
        if (Number(Signs().Replace(cell.Text, ""), cell.IsNumber, decimalComma) is not { } major || Math.Abs(major) > 10_000_000_000m)
            return (Reading.NoNumber, 0);
        var minor = major * Currency.Of(currencyCode).MinorPerMajor;
        return minor == decimal.Truncate(minor) ? (Reading.Ok, (long)minor) : (Reading.TooExact, 0);
    }

    /// <summary>A count or grams: "5", "5.0", "1,200".</summary>
    public static int? Whole(SheetCell cell, bool decimalComma) =>
        Number(cell.Text, cell.IsNumber, decimalComma) is { } number && number == decimal.Truncate(number)
            && number is >= 0 and <= 1_000_000
            ? (int)number : null;

    /// <summary>To the gram, half up.</summary>
    public static int? Grams(SheetCell cell, bool kilograms, bool decimalComma) =>
        Number(cell.Text, cell.IsNumber, decimalComma) is { } number && number is >= 0 and <= 1_000_000
            ? (int)Math.Round(number * (kilograms ? 1000 : 1), MidpointRounding.AwayFromZero) : null;

    /// <summary>Whether amounts are written with a decimal comma: some say so, and none says otherwise.</summary>
    public static bool LooksLikeComma(IEnumerable<string> prices)
    {
        var (comma, point) = (false, false);
        foreach (var price in prices)
        {
            comma |= CommaEnd().IsMatch(price);
            point |= PointEnd().IsMatch(price);
        }

        return comma && !point;
    }

    private static decimal? Number(string text, bool isInvariant, bool decimalComma)
    {
        var trimmed = text.Trim();
        var form = decimalComma && !isInvariant ? Comma() : Point();
        if (!form.IsMatch(trimmed)) return null;
        var plain = decimalComma && !isInvariant
            ? trimmed.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace(',', '.')
            : trimmed.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number)
            ? number : null;
    }

    [GeneratedRegex(@"^-?(\d{1,3}([, ]\d{3})+|\d+)(\.\d{1,15})?$")]
    private static partial Regex Point();

    [GeneratedRegex(@"^-?(\d{1,3}([. ]\d{3})+|\d+)(,\d{1,15})?$")]
    private static partial Regex Comma();

    [GeneratedRegex(@",\d{1,2}\D*$")]
    private static partial Regex CommaEnd();

    [GeneratedRegex(@"\.\d{1,2}\D*$")]
    private static partial Regex PointEnd();

    [GeneratedRegex(@"[€$£¥]|\b[A-Z]{3}\b|\u00a0|'")]
    private static partial Regex Signs();
}
