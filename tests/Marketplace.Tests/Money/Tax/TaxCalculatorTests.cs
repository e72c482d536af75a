using CsCheck;
using Marketplace.Money.Tax;
using Marketplace.Money.Tax.Contracts;
using Marketplace.Money.Tax.Model;

namespace Marketplace.Tests.Money.Tax;

public sealed class TaxCalculatorTests
{
    private static readonly TaxRate[] Rates =
    [
        Rate("NL", "", TaxCodes.Standard, 2100, included: true, TaxCollector.Seller),
        Rate("NL", "", TaxCodes.Books, 900, included: true, TaxCollector.Seller),
        Rate("US", "CA", TaxCodes.Standard, 725, included: false, TaxCollector.Platform),
        Rate("KW", "", TaxCodes.Standard, 500, included: true, TaxCollector.Seller),
    ];

    [Theory]
    [InlineData("NL", null, TaxCodes.Standard, "EUR", 121_00, 21_00, 121_00)]
    [InlineData("NL", null, TaxCodes.Books, "EUR", 109_00, 9_00, 109_00)]
    [InlineData("NL", null, TaxCodes.Clothing, "EUR", 121_00, 21_00, 121_00)]
    [InlineData("NL", null, TaxCodes.Exempt, "EUR", 121_00, 0, 121_00)]
    [InlineData("US", "CA", TaxCodes.Standard, "USD", 100_00, 7_25, 107_25)]
    [InlineData("US", "OR", TaxCodes.Standard, "USD", 100_00, 0, 100_00)]
    [InlineData("JP", null, TaxCodes.Standard, "JPY", 1000, 0, 1000)]
    [InlineData("KW", null, TaxCodes.Standard, "KWD", 10_000, 480, 10_000)]
    public void Tax_follows_destination_and_kind_of_goods(
        string country, string? region, string code, string currency, long amount, long tax, long gross)
    {
        var line = Assert.Single(TaxCalculator.Calculate(
            new TaxRequest(country, region, null, currency, [new TaxableLine("1", "t", code, amount)]), Rates));

        Assert.Equal((tax, gross), (line.TaxMinor, line.GrossMinor));
    }

    [Fact]
    public void Net_and_tax_sum_to_what_the_buyer_pays() =>
        Gen.Select(Gen.Long[0, 10_000_000], Gen.Int[0, 5000], Gen.Bool).Sample((amount, bps, included) =>
        {
            var rate = Rate("NL", "", TaxCodes.Standard, bps, included, TaxCollector.Seller);

            var line = TaxCalculator.Calculate(
                new TaxRequest("NL", null, null, "EUR", [new TaxableLine("1", "t", TaxCodes.Standard, amount)]), [rate])[0];

            Assert.Equal(line.GrossMinor, line.NetMinor + line.TaxMinor);
            Assert.InRange(line.TaxMinor, 0, line.GrossMinor);
        });

    private static TaxRate Rate(string country, string region, string code, int bps, bool included, TaxCollector collector) =>
        new()
        {
            Id = country + region + code, Country = country, Region = region, TaxCode = code, Name = "VAT", RateBps = bps,
            PriceIncludesTax = included, Collector = collector,
        };
}
