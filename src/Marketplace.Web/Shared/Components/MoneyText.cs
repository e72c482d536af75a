using System.Globalization;
using Marketplace.Kernel.Values;

namespace Marketplace.Web.Shared.Components;

/// <summary>An amount as the reader's language writes it. One place, so that no page divides by a hundred.</summary>
public static class MoneyText
{
    // Signs that mean one currency to everyone; any other currency shows its code (CA$ and A$ stay distinguishable).
    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["EUR"] = "€", ["GBP"] = "£", ["USD"] = "$", ["JPY"] = "¥", ["CAD"] = "CA$", ["AUD"] = "A$", ["NZD"] = "NZ$",
        ["INR"] = "₹", ["KRW"] = "₩", ["PLN"] = "zł", ["CZK"] = "Kč", ["MXN"] = "MX$", ["BRL"] = "R$", ["SGD"] = "S$",
    };

    /// <param name="minor">The amount in the currency's minor units.</param>
    /// <param name="currency">ISO 4217 code, upper case.</param>
    /// <param name="culture">Whose separators and sign position to use.</param>
    /// <param name="whole">Leaves out the decimals when they are all zero (axis labels, rounded figures).</param>
    public static string Format(long minor, string currency, CultureInfo culture, bool whole = false)
    {
        var known = Kernel.Values.Currency.Of(currency);
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.CurrencySymbol = Signs.GetValueOrDefault(currency, currency + "\u00a0");
        format.CurrencyDecimalDigits = whole && minor % known.MinorPerMajor == 0 ? 0 : known.Exponent;
        if (currency == Local(culture)) format.CurrencySymbol = culture.NumberFormat.CurrencySymbol;
        return new Amount(minor, currency).ToMajor().ToString("C", format)
            .Replace("\u00a0 ", "\u00a0", StringComparison.Ordinal);
    }

    private static string? Local(CultureInfo culture) =>
        culture.IsNeutralCulture || culture.Name.Length != 5 ? null : new RegionInfo(culture.Name).ISOCurrencySymbol;
}
