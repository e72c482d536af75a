using System.Globalization;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Web.Seller.Shipping;

namespace Marketplace.Web.Tests.Seller.Shipping;

public sealed class MethodInputTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    [Fact]
    public void A_price_or_bands_of_kilograms_are_read_and_written_back()
    {
        var input = new MethodInput { Price = { ["EUR"] = "2: 3.95; 10: 6.95; 12", ["USD"] = "5" }, FreeFrom = { ["EUR"] = "50" } };

        var rates = input.Rates(English).Required();

        Assert.Equal([new WeightBand(2000, 395), new WeightBand(10_000, 695), new WeightBand(null, 1200)], rates[0].Bands);
        Assert.Equal((5000, null), (rates[0].FreeFromMinor, rates[1].FreeFromMinor));
        Assert.Equal(rates[0].Bands, new MethodInput { Price = { ["EUR"] = MethodInput.Text(rates[0], English) } }.Rates(English).Required()[0].Bands);
    }

    [Theory]
    [InlineData("EUR", "free")]
    [InlineData("EUR", "two: 3.95")]
    [InlineData("EUR", "0: 3.95")]
    [InlineData("JPY", "3.95")]
    [InlineData("XXX", "3.95")]
    public void What_cannot_be_read_is_told_and_never_guessed(string currency, string text)
    {
        var rates = new MethodInput { Price = { [currency] = text } }.Rates(English);

        Assert.Equal("shipping.rates", rates.Error!.Code);
        Assert.Contains(text.Split(':')[0], rates.Error.Message, StringComparison.Ordinal);
    }
}
