namespace Marketplace.Web.Storefront.Products;

/// <summary>What a shown price says of tax, by the visitor's country: the law wants it beside the price.</summary>
internal static class TaxNotes
{
    private static readonly HashSet<string> WithVat = new(StringComparer.Ordinal)
    {
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    };

    public static string? Of(string country) =>
        WithVat.Contains(country) ? "incl. VAT" : country is "US" or "CA" ? "plus sales tax" : null;
}
