namespace Marketplace.Kernel.Tenancy;

/// <summary>Where the visitor buys: it decides prices, tax, shipping and words.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, upper case.</param>
/// <param name="Region">A state where tax or shipping needs one.</param>
public sealed record Market(string Country, string CurrencyCode, string Locale, string? Postcode = null, string? Region = null);

public interface ICurrentMarket
{
    Market Market { get; }
}
