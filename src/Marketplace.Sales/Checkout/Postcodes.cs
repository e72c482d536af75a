using System.Text.RegularExpressions;

namespace Marketplace.Sales.Checkout;

/// <summary>
/// The form of postcodes where it is certain (source: the postal services' own rules, UPU addressing). An unknown
/// country's postcode is taken as it is: a form must never keep somebody from buying.
/// </summary>
public static partial class Postcodes
{
    private static readonly Dictionary<string, (string Pattern, string Words)> Forms = new(StringComparer.Ordinal)
    {
        ["NL"] = ("^[1-9][0-9]{3} ?[A-Z]{2}$", "A Dutch postcode has four digits and two letters, like 2611 XK."),
        ["DE"] = ("^[0-9]{5}$", "A German postcode has five digits, like 10115."),
        ["FR"] = ("^[0-9]{5}$", "A French postcode has five digits, like 75011."),
        ["ES"] = ("^[0-9]{5}$", "A Spanish postcode has five digits, like 28013."),
        ["IT"] = ("^[0-9]{5}$", "An Italian postcode has five digits, like 00184."),
        ["AT"] = ("^[0-9]{4}$", "An Austrian postcode has four digits, like 1010."),
        ["BE"] = ("^[0-9]{4}$", "A Belgian postcode has four digits, like 1000."),
        ["CH"] = ("^[0-9]{4}$", "A Swiss postcode has four digits, like 8001."),
        ["DK"] = ("^[0-9]{4}$", "A Danish postcode has four digits, like 1050."),
        ["PL"] = ("^[0-9]{2}-?[0-9]{3}$", "A Polish postcode looks like 00-950."),
        ["PT"] = ("^[0-9]{4}-?[0-9]{3}$", "A Portuguese postcode looks like 1100-148."),
        ["SE"] = ("^[0-9]{3} ?[0-9]{2}$", "A Swedish postcode has five digits, like 111 22."),
        ["GB"] = ("^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$", "A British postcode looks like SW1A 1AA."),
        ["US"] = ("^[0-9]{5}(-[0-9]{4})?$", "A ZIP code has five digits, like 94103."),
        ["CA"] = ("^[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]$", "A Canadian postal code looks like K1A 0B1."),
        ["AU"] = ("^[0-9]{4}$", "An Australian postcode has four digits, like 2000."),
        ["JP"] = ("^[0-9]{3}-?[0-9]{4}$", "A Japanese postcode has seven digits, like 100-0001."),
    };

    private static readonly HashSet<string> WithRegions = new(StringComparer.Ordinal) { "US", "CA", "AU" };

    private static readonly HashSet<string> Without = new(StringComparer.Ordinal) { "AE", "HK", "IE", "KW", "QA" };

    public static bool NeedsRegion(string country) => WithRegions.Contains(country);

    public static bool NeedsPostcode(string country) => !Without.Contains(country);

    /// <summary>What is wrong with a postcode and how it should look; null when nothing is.</summary>
    public static string? Complaint(string country, string? postcode)
    {
        var text = Tidy(postcode);
        if (text.Length == 0) return NeedsPostcode(country) ? "Enter the postcode." : null;
        if (text.Length > 20) return "A postcode has at most 20 characters.";
        return Forms.TryGetValue(country, out var form) && !Regex.IsMatch(text, form.Pattern, RegexOptions.NonBacktracking)
            ? form.Words
            : null;
    }

    /// <summary>Upper case, single blanks: as it stands on the label.</summary>
    public static string Tidy(string? postcode) =>
        Blanks().Replace((postcode ?? "").Trim().ToUpperInvariant(), " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
