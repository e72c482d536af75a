using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Web.Shared.Market;
using Microsoft.AspNetCore.Http;

namespace Marketplace.Web.Tests.Shared.Market;

public sealed class MarketReaderTests
{
    private static readonly PlatformSettings Settings = new()
    {
        Countries = ["NL", "DE", "US"], Currencies = ["EUR", "USD"], Locales = ["en", "nl"],
    };

    [Fact]
    public void Without_a_word_from_the_browser_it_is_the_platforms_first_market()
    {
        var market = Read();

        Assert.Equal(("NL", "EUR", "en"), (market.Country, market.CurrencyCode, market.Locale));
    }

    [Fact]
    public void The_browsers_languages_suggest_country_currency_and_words()
    {
        var market = Read(languages: "fr-FR, en-US;q=0.8, nl;q=0.5");

        Assert.Equal(("US", "USD", "en"), (market.Country, market.CurrencyCode, market.Locale));
    }

    [Fact]
    public void What_was_picked_wins_over_the_browser()
    {
        var market = Read(cookie: "DE.USD.nl", languages: "en-US");

        Assert.Equal(("DE", "USD", "nl"), (market.Country, market.CurrencyCode, market.Locale));
    }

    [Theory]
    [InlineData("XX.BTC.tlh")]
    [InlineData("....")]
    [InlineData("NL")]
    public void A_cookie_that_names_nothing_we_know_is_ignored(string cookie)
    {
        var market = Read(cookie);

        Assert.Equal(("NL", "EUR", "en"), (market.Country, market.CurrencyCode, market.Locale));
    }

    private static Kernel.Tenancy.Market Read(string? cookie = null, string? languages = null)
    {
        var request = new DefaultHttpContext().Request;
        if (cookie is not null) request.Headers.Cookie = $"{MarketReader.Cookie}={cookie}";
        if (languages is not null) request.Headers.AcceptLanguage = languages;
        return MarketReader.Read(request, Settings, allowPseudo: false);
    }
}
