namespace Marketplace.Accounts.Sellers.Vat;

/// <summary>
/// One line a country. Sources: the Commission's "VAT identification number structure" (VIES), the offices' own pages,
/// and the examples that python-stdnum publishes, which the tests hold these against.
/// </summary>
internal static class VatRules
{
    private const string Nine = "[0-9]{9}";

    public static IReadOnlyList<VatRule> All { get; } =
    [
        new("AT", "U[0-9]{8}", "ATU13585627", VatDigits.Austria),
        new("BE", "[01][0-9]{9}", "BE0428759497", n => (VatDigits.Number(n[..8]) + VatDigits.Number(n[8..])) % 97 == 0)
        {
            Complete = n => n.Length == 9 ? "0" + n : n,
        },
        new("BG", "[0-9]{9,10}", "BG175074752", n => n.Length == 9 ? VatDigits.BulgarianFirm(n) : VatDigits.BulgarianPerson(n)),
        new("CHE", Nine + "(MWST|TVA|IVA|TPV)?", "CHE107787577MWST", VatDigits.Switzerland),
        new("CY", "(?!12)[0-9]{8}[A-Z]", "CY10259033P", VatDigits.Cyprus),
        new("CZ", "[0-9]{8,10}", "CZ25123891", VatDigits.Czechia),
        new("DE", "[1-9][0-9]{8}", "DE136695976", VatDigits.Mod11And10),
        new("DK", "[1-9][0-9]{7}", "DK13585628", n => VatDigits.Weighted(n, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
        new("EE", Nine, "EE100931558", n => VatDigits.Weighted(n, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0),
        new("EL", Nine, "EL094259216", n => VatDigits.Weighted(n, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == n[8] - '0')
        {
            Complete = n => n.Length == 8 ? "0" + n : n,
        },
        new("ES", "[0-9A-Z][0-9]{7}[0-9A-Z]", "ESB58378431", VatDigits.Spain),
        new("FI", "[0-9]{8}", "FI20774740", n => VatDigits.Weighted(n, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0),
        new("FR", "[0-9A-HJ-NP-Z]{2}[0-9]{9}", "FR40303265045", VatDigits.France),
        new("GB", "[0-9]{9}|[0-9]{12}|GD[0-4][0-9]{2}|HA[5-9][0-9]{2}", "GB980780684", VatDigits.Britain),
        new("HR", "[0-9]{11}", "HR33392005961", VatDigits.Mod11And10),
        new("HU", "[0-9]{8}", "HU12892312", n => VatDigits.Weighted(n, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0),
        new("IE", "[0-9]{7}[A-W][A-W]?|[0-9][A-Z+*][0-9]{5}[A-W]", "IE6433435F", VatDigits.Ireland),
        new("IT", "[0-9]{11}", "IT00743110157", n => !n.StartsWith("0000000", StringComparison.Ordinal) && VatDigits.Luhn(n)),
        new("LT", "[0-9]{7}1[0-9]|[0-9]{10}1[0-9]", "LT119511515", VatDigits.Lithuania),
        new("LU", "[0-9]{8}", "LU15027442", n => VatDigits.Number(n[..6]) % 89 == VatDigits.Number(n[6..])),
        new("LV", "[0-9]{11}", "LV40003521600", VatDigits.Latvia),
        new("MT", "[1-9][0-9]{7}", "MT11679112", n => VatDigits.Weighted(n, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0),
        new("NL", Nine + "B[0-9]{2}", "NL004495445B01", VatDigits.Netherlands)
        {
            Complete = n => n.Length is > 3 and < 12 && n[^3] == 'B' ? n.PadLeft(12, '0') : n,
        },
        new("NO", Nine + "(MVA)?", "NO995525828MVA", n => VatDigits.Weighted(n, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
        new("PL", "[0-9]{10}", "PL8567346215", n => VatDigits.Weighted(n, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == n[9] - '0'),
        new("PT", "[1-9][0-9]{8}", "PT501964843", n => (11 - (VatDigits.Weighted(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11)) % 11 % 10 == n[8] - '0'),
        new("RO", "[1-9][0-9]{1,9}", "RO18547290", VatDigits.Romania),
        new("SE", "[0-9]{10}01", "SE123456789701", n => VatDigits.Luhn(n[..10])),
        new("SI", "[1-9][0-9]{7}", "SI50223054", VatDigits.Slovenia),
        new("SK", "[1-9][0-9][2-47-9][0-9]{7}", "SK2022749619", n => VatDigits.Number(n) % 11 == 0),
        new("XI", "[0-9]{9}|[0-9]{12}|GD[0-4][0-9]{2}|HA[5-9][0-9]{2}", "XI980780684", VatDigits.Britain),
    ];

    /// <summary>For ids that were typed without their letters.</summary>
    public static IReadOnlyDictionary<string, VatRule> ByCountry { get; } = All.ToDictionary(
        rule => rule.Prefix switch { "EL" => "GR", "CHE" => "CH", _ => rule.Prefix }, StringComparer.Ordinal);
}
