using System.Globalization;
using Marketplace.Kernel.Values;

namespace Marketplace.Tests.Kernel.Values;

public sealed class AmountTests
{
    [Theory]
    [InlineData("12.50", "EUR", 1250)]
    [InlineData("500", "JPY", 500)]
    [InlineData("1.250", "KWD", 1250)]
    [InlineData("1,250.00", "USD", 125000)]
    public void Typing_is_read_in_minor_units(string text, string currency, long minor) =>
        Assert.Equal(new Amount(minor, currency), Amount.Parse(text, currency, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("12.505", "EUR")]
    [InlineData("5.5", "JPY")]
    [InlineData("1.255", "KWD")]
    [InlineData("abc", "EUR")]
    [InlineData("", "EUR")]
    [InlineData("99999999999999999999", "EUR")]
    public void What_is_no_price_in_that_currency_is_refused(string text, string currency) =>
        Assert.Null(Amount.Parse(text, currency, CultureInfo.InvariantCulture));

    [Fact]
    public void Two_currencies_do_not_add() =>
        Assert.Throws<InvalidOperationException>(() => new Amount(1, "EUR") + new Amount(1, "USD"));
}
