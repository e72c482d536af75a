namespace Marketplace.Kernel.Values;

/// <summary>
/// A currency with its exponent (decimal places of the minor unit Stripe expects) and its quantum: the smallest
/// step, in minor units, in which prices, shares, taxes and refunds may be expressed. Source: Stripe, "Supported
/// currencies" (zero-decimal, three-decimal and special cases); ISK keeps two decimals there but only whole króna.
/// </summary>
public sealed record Currency(string Code, int Exponent, long QuantumMinor, long MinimumChargeMinor)
{
    private static readonly Dictionary<string, Currency> Known = Build().ToDictionary(c => c.Code, StringComparer.Ordinal);

    public static IReadOnlyCollection<Currency> All => Known.Values;

    /// <summary>The currency of an ISO code in upper case; throws for one this platform does not know.</summary>
    public static Currency Of(string code) =>
        Find(code) ?? throw new ArgumentException($"Unknown currency '{code}'.", nameof(code));

    public static Currency? Find(string? code) => code is null ? null : Known.GetValueOrDefault(code);

    public long MinorPerMajor => (long)Math.Pow(10, Exponent);

    public bool IsWholeQuanta(long minor) => minor % QuantumMinor == 0;

    private static IEnumerable<Currency> Build()
    {
        foreach (var code in (string[])["USD", "EUR", "CAD", "AUD", "CHF", "SGD", "NZD", "BRL", "INR"])
            yield return new Currency(code, 2, 1, 50);
        yield return new Currency("GBP", 2, 1, 30);
        yield return new Currency("DKK", 2, 1, 250);
        yield return new Currency("NOK", 2, 1, 300);
        yield return new Currency("SEK", 2, 1, 300);
        yield return new Currency("PLN", 2, 1, 200);
        yield return new Currency("CZK", 2, 1, 1500);
        yield return new Currency("MXN", 2, 1, 1000);
        yield return new Currency("HUF", 2, 100, 17500);
        yield return new Currency("ISK", 2, 100, 10000);
        yield return new Currency("JPY", 0, 1, 50);
        yield return new Currency("KRW", 0, 1, 500);
        yield return new Currency("KWD", 3, 10, 500);
        yield return new Currency("BHD", 3, 10, 500);
        yield return new Currency("JOD", 3, 10, 500);
        yield return new Currency("OMR", 3, 10, 500);
        yield return new Currency("TND", 3, 10, 500);
    }
}
