using System.Globalization;

namespace Marketplace.Kernel.Values;

/// <summary>Money: an amount in minor units of one currency. Adding two currencies is a bug and throws.</summary>
public readonly record struct Amount(long Minor, string CurrencyCode) : IComparable<Amount>
{
    public Currency Currency => Currency.Of(CurrencyCode);

    public static Amount Zero(string currencyCode) => new(0, currencyCode);

    public static Amount operator +(Amount left, Amount right) =>
        left with { Minor = checked(left.Minor + right.SameCurrencyAs(left).Minor) };

    public static Amount operator -(Amount left, Amount right) =>
        left with { Minor = checked(left.Minor - right.SameCurrencyAs(left).Minor) };

    public static Amount operator *(Amount amount, long quantity) =>
        amount with { Minor = checked(amount.Minor * quantity) };

    public static bool operator <(Amount left, Amount right) => left.CompareTo(right) < 0;

    public static bool operator <=(Amount left, Amount right) => left.CompareTo(right) <= 0;

    public static bool operator >(Amount left, Amount right) => left.CompareTo(right) > 0;

    public static bool operator >=(Amount left, Amount right) => left.CompareTo(right) >= 0;

    public int CompareTo(Amount other) => Minor.CompareTo(other.SameCurrencyAs(this).Minor);

    /// <summary>The amount as a number of major units, for display only.</summary>
    public decimal ToMajor() => Minor / (decimal)Currency.MinorPerMajor;

    /// <summary>
    /// Reads a person's typing ("12.50", "1,250") in the given culture. Null when it is not a number, has more
    /// decimals than the currency, or is not a whole number of its quanta.
    /// </summary>
    public static Amount? Parse(string? text, string currencyCode, CultureInfo culture)
    {
        if (Currency.Find(currencyCode) is not { } currency) return null;
        if (!decimal.TryParse(text, NumberStyles.Number, culture, out var major)) return null;
        if (Math.Abs(major) > 10_000_000_000m) return null;
        var minor = major * currency.MinorPerMajor;
        if (minor != decimal.Truncate(minor) || !currency.IsWholeQuanta((long)minor)) return null;
        return new Amount((long)minor, currencyCode);
    }

    public override string ToString() =>
        ToMajor().ToString("F" + Currency.Exponent, CultureInfo.InvariantCulture) + " " + CurrencyCode;

    private Amount SameCurrencyAs(Amount other) => CurrencyCode == other.CurrencyCode
        ? this
        : throw new InvalidOperationException($"{CurrencyCode} met {other.CurrencyCode}.");
}
