using System.Globalization;

namespace Marketplace.Web.Shared.Components;

/// <summary>Amounts as people read them: minor units and a currency to text in a culture, always with the currency.</summary>
public static class MoneyText
{
    // Signs that mean one currency to everyone; any other currency shows its code (CA$ and A$ stay distinguishable).
    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["EUR"] = "€", ["GBP"] = "£", ["USD"] = "$", ["JPY"] = "¥", ["CAD"] = "CA$", ["AUD"] = "A$", ["NZD"] = "NZ$",
        ["INR"] = "₹", ["KRW"] = "₩", ["PLN"] = "zł", ["CZK"] = "Kč", ["UAH"] = "₴", ["TRY"] = "₺", ["ILS"] = "₪",
        ["MXN"] = "MX$", ["BRL"] = "R$", ["HKD"] = "HK$", ["SGD"] = "S$", ["VND"] = "₫", ["NGN"] = "₦",
    };

    private static readonly HashSet<string> NoMinor = new(StringComparer.Ordinal)
    {
        "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
    };

    private static readonly HashSet<string> ThreeMinor = new(StringComparer.Ordinal)
    {
        "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND",
    };

    /// <param name="minor">The amount in the currency's minor units.</param>
    /// <param name="currency">ISO 4217 code, upper case.</param>
    /// <param name="culture">Whose separators and sign position to use.</param>
    /// <param name="whole">Leaves out the decimals when they are all zero (axis labels, rounded figures).</param>
    public static string Format(long minor, string currency, CultureInfo culture, bool whole = false)
    {
        var exponent = NoMinor.Contains(currency) ? 0 : ThreeMinor.Contains(currency) ? 3 : 2;
        decimal scale = exponent switch { 0 => 1, 3 => 1000, _ => 100 };
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.CurrencySymbol = Signs.GetValueOrDefault(currency, currency + "\u00a0");
        format.CurrencyDecimalDigits = whole && minor % scale == 0 ? 0 : exponent;
        if (currency == Local(culture))
        {
            format.CurrencySymbol = culture.NumberFormat.CurrencySymbol;
        }

        return (minor / scale).ToString("C", format).Replace("\u00a0 ", "\u00a0", StringComparison.Ordinal);
    }

    private static string? Local(CultureInfo culture) =>
        culture.IsNeutralCulture || culture.Name.Length != 5 ? null : new RegionInfo(culture.Name).ISOCurrencySymbol;
}
