using System.Globalization;
using Marketplace.StripeSimulator.Http;

namespace Marketplace.StripeSimulator.Balances;

/// <summary>Stripe's minor units, which are not ISO's. Source: docs.stripe.com/currencies.</summary>
internal static class Currencies
{
    private static readonly HashSet<string> ZeroDecimal =
    [
        "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf",
    ];

    private static readonly HashSet<string> ThreeDecimal = ["bhd", "jod", "kwd", "omr", "tnd"];
    private static readonly HashSet<string> WholeUnitsOnly = ["isk", "ugx"];

    private static readonly Dictionary<string, long> MinimumMinor = new()
    {
        ["usd"] = 50, ["eur"] = 50, ["cad"] = 50, ["aud"] = 50, ["chf"] = 50, ["sgd"] = 50, ["nzd"] = 50, ["brl"] = 50,
        ["inr"] = 50, ["zar"] = 50, ["gbp"] = 30, ["jpy"] = 50, ["krw"] = 50, ["hkd"] = 400, ["mxn"] = 1000,
        ["thb"] = 1000, ["czk"] = 1500, ["huf"] = 17500, ["dkk"] = 250, ["nok"] = 300, ["sek"] = 300, ["pln"] = 200,
        ["ron"] = 200, ["myr"] = 200, ["aed"] = 200,
    };

    public static int Decimals(string currency) =>
        ZeroDecimal.Contains(currency) ? 0 : ThreeDecimal.Contains(currency) ? 3 : 2;

    /// <summary>`€12.50` as a person reads it, always with its currency.</summary>
    public static string Format(long amountMinor, string currency)
    {
        var decimals = Decimals(currency);
        var amount = amountMinor / (decimal)Math.Pow(10, decimals);
        var figure = amount.ToString(
            "N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return currency switch
        {
            "eur" => "€" + figure,
            "usd" => "$" + figure,
            "gbp" => "£" + figure,
            _ => $"{figure} {currency.ToUpperInvariant()}",
        };
    }

    /// <summary>A currency code as Stripe stores it; refuses what is none.</summary>
    public static string Read(string currency, string param = "currency")
    {
        var code = currency.ToLowerInvariant();
        return code.Length == 3 && code.All(char.IsAsciiLetterLower)
            ? code
            : throw ApiError.Parameter("invalid_currency", $"Invalid currency: {currency}", param);
    }

    /// <summary>Refuses amounts that are not positive or not in the currency's quantum.</summary>
    public static void CheckAmount(long amountMinor, string currency, string param = "amount")
    {
        if (amountMinor < 1)
        {
            throw ApiError.Parameter(
                "parameter_invalid_integer", "This value must be greater than or equal to 1.", param);
        }

        if (amountMinor > 99_999_999)
        {
            throw ApiError.Invalid("Amount must be no more than 99,999,999 minor units.", param, "amount_too_large");
        }

        if (WholeUnitsOnly.Contains(currency) && amountMinor % 100 != 0)
        {
            throw ApiError.Invalid(
                $"Amounts in {currency} must be divisible by 100.", param, "parameter_invalid_integer");
        }

        if (ThreeDecimal.Contains(currency) && amountMinor % 10 != 0)
        {
            throw ApiError.Invalid($"Amounts in {currency} must end in 0.", param, "parameter_invalid_integer");
        }
    }

    public static void CheckCharge(long amountMinor, string currency, string param = "amount")
    {
        CheckAmount(amountMinor, currency, param);
        var minimum = MinimumMinor.GetValueOrDefault(currency, 1);
        if (amountMinor >= minimum) return;

        throw ApiError.Invalid(
            $"Amount must be at least {Format(minimum, currency)}.", param, "amount_too_small");
    }
}
