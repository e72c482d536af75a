namespace Marketplace.Money.Tax.Contracts;

/// <summary>Who remits a line's tax: the platform keeps it back, the seller receives it with its share.</summary>
public enum TaxCollector
{
    Seller,
    Platform,
}

/// <summary>Kinds of goods that countries tax differently; a category carries one.</summary>
public static class TaxCodes
{
    public const string Standard = "standard";
    public const string Reduced = "reduced";
    public const string Food = "food";
    public const string Books = "books";
    public const string Plants = "plants";
    public const string Clothing = "clothing";
    public const string Shipping = "shipping";
    public const string Exempt = "exempt";

    public static readonly IReadOnlyList<string> All = [Standard, Reduced, Food, Books, Plants, Clothing, Shipping, Exempt];
}

/// <param name="AmountMinor">What the buyer sees for the whole line, discounts taken off, in whole quanta.</param>
public sealed record TaxableLine(string Reference, string TenantId, string TaxCode, long AmountMinor);

/// <param name="Country">Where the goods go.</param>
public sealed record TaxRequest(
    string Country, string? Region, string? Postcode, string CurrencyCode, IReadOnlyList<TaxableLine> Lines);

/// <param name="TaxMinor">Contained in the line's amount when <paramref name="PriceIncludesTax"/>, else added to it.</param>
public sealed record TaxedLine(
    string Reference, long AmountMinor, long TaxMinor, int RateBps, bool PriceIncludesTax, TaxCollector Collector)
{
    /// <summary>What the buyer pays for the line.</summary>
    public long GrossMinor => PriceIncludesTax ? AmountMinor : AmountMinor + TaxMinor;

    /// <summary>The line without tax: the base of commission.</summary>
    public long NetMinor => GrossMinor - TaxMinor;

    /// <summary>What the platform keeps back of the line to remit it.</summary>
    public long PlatformTaxMinor => Collector == TaxCollector.Platform ? TaxMinor : 0;
}

/// <summary>
/// Where tax comes from. Two kinds of adapter: the platform's own table of rates (here), and tax engines over the
/// network, which must answer before the checkout's transaction begins.
/// </summary>
public interface ITaxEngine
{
    Task<IReadOnlyList<TaxedLine>> CalculateAsync(TaxRequest request, CancellationToken cancellation);
}
