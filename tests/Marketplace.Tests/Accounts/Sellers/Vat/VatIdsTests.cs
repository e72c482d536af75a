using Marketplace.Accounts.Sellers.Vat;

namespace Marketplace.Tests.Accounts.Sellers.Vat;

/// <summary>The examples are published ones: of the offices themselves, and of python-stdnum's test files.</summary>
public sealed class VatIdsTests
{
    [Theory]
    [InlineData("AT U13585627")]
    [InlineData("BE 428759497")]
    [InlineData("BE0428759497")]
    [InlineData("BG 175 074 752")]
    [InlineData("BG7523169263")]
    [InlineData("BG8032056031")]
    [InlineData("CHE-107.787.577 IVA")]
    [InlineData("CY-10259033P")]
    [InlineData("CZ25123891")]
    [InlineData("CZ7103192745")]
    [InlineData("CZ991231123")]
    [InlineData("CZ640903926")]
    [InlineData("DE 136,695 976", "DE136,695976")]
    [InlineData("DK 13585628")]
    [InlineData("EE 100 931 558")]
    [InlineData("EL 094259216")]
    [InlineData("EL 23456780")]
    [InlineData("ES B58378431")]
    [InlineData("ES 54362315-K")]
    [InlineData("ES X-5253868-R")]
    [InlineData("ES M-1234567-L")]
    [InlineData("FI 20774740")]
    [InlineData("FR 40 303 265 045")]
    [InlineData("FR 23334175221")]
    [InlineData("FR K7399859412")]
    [InlineData("FR 4Z123456782")]
    [InlineData("GB 980 7806 84")]
    [InlineData("HR 33392005961")]
    [InlineData("HU-12892312")]
    [InlineData("IE 6433435F")]
    [InlineData("IE 6433435OA")]
    [InlineData("IE 8D79739I")]
    [InlineData("IT 00743110157")]
    [InlineData("LT 119511515")]
    [InlineData("LT 100001919017")]
    [InlineData("LT 100004801610")]
    [InlineData("LU 150 274 42")]
    [InlineData("LV 4000 3521 600")]
    [InlineData("LV 161175-19997")]
    [InlineData("MT 1167-9112")]
    [InlineData("NL004495445B01")]
    [InlineData("NL4495445B01")]
    [InlineData("NL002455799B11")]
    [InlineData("NO 995 525 828 MVA")]
    [InlineData("PL 8567346215")]
    [InlineData("PT 501 964 843")]
    [InlineData("RO 185 472 90")]
    [InlineData("SE 123456789701")]
    [InlineData("SI 5022 3054")]
    [InlineData("SK 202 274 96 19")]
    [InlineData("XI 980 7806 84")]
    public void Published_examples_are_right_and_one_wrong_digit_is_not(string typed, string? oddly = null)
    {
        // A comma is nothing that a VAT id has: the office's own example is taken without it.
        if (oddly is not null) Assert.Equal(VatFault.Form, VatIds.Read(oddly, "XX").Fault);
        typed = typed.Replace(",", "", StringComparison.Ordinal);

        var right = VatIds.Read(typed, "XX");

        Assert.Equal(VatFault.None, right.Fault);
        Assert.Equal(right, VatIds.Read(right.Value, "XX"));
        var prefix = right.Rule!.Prefix.Length;
        Assert.Equal(right.Value, VatIds.Read(right.Value[prefix..], right.Rule.Prefix switch { "EL" => "GR", "CHE" => "CH", var p => p }).Value);
        // A birth number of nine digits has no check digit; of ten Bulgarian digits one of three sums may fit by chance.
        if (right.Value is "CZ991231123" or "BG8032056031") return;
        var at = right.Value.IndexOfAny([.. "123456789"], prefix + 2);
        var wrong = right.Value[..at] + (right.Value[at] == '9' ? '7' : (char)(right.Value[at] + 1)) + right.Value[(at + 1)..];
        Assert.NotEqual(VatFault.None, VatIds.Read(wrong, "XX").Fault);
    }

    [Theory]
    [InlineData("", "NL", "", VatFault.None)]
    [InlineData("136695976", "DE", "DE136695976", VatFault.None)]
    [InlineData("094259216", "GR", "EL094259216", VatFault.None)]
    [InlineData("DE136695976", "NL", "DE136695976", VatFault.None)]
    [InlineData("12-3456789", "US", "123456789", VatFault.None)]
    [InlineData("123456789012345678901", "US", "123456789012345678901", VatFault.Form)]
    [InlineData("NL00449544501", "NL", "NL00449544501", VatFault.Form)]
    [InlineData("DE136695979", "DE", "DE136695979", VatFault.Digit)]
    [InlineData("DE136965976", "DE", "DE136965976", VatFault.Digit)]
    public void What_is_typed_is_mended_or_said_to_be_wrong(string typed, string country, string value, VatFault fault) =>
        Assert.Equal((value, fault), VatIds.Read(typed, country) is var read ? (read.Value, read.Fault) : default);

    [Fact]
    public void Every_rule_takes_its_own_example_and_all_of_europe_is_there()
    {
        Assert.All(VatRules.All, rule => Assert.Equal(VatFault.None, VatIds.Read(rule.Example, "XX").Fault));
        string[] countries =
        [
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "GR", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
            "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "GB", "XI", "CH", "NO",
        ];
        Assert.Empty(countries.Except(VatRules.ByCountry.Keys));
    }
}
