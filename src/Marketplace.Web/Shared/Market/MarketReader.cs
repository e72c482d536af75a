using System.Collections.Concurrent;
using System.Globalization;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Values;
using Marketplace.Web.Shared.Resources;

namespace Marketplace.Web.Shared.Market;

/// <summary>Chooses a market: what the visitor picked, else what their browser's languages suggest, else the platform's first.</summary>
internal static class MarketReader
{
    public const string Cookie = "market";

    private static readonly ConcurrentDictionary<string, CultureInfo> Cultures = new(StringComparer.Ordinal);

    public static Kernel.Tenancy.Market Read(HttpRequest request, PlatformSettings settings, bool allowPseudo)
    {
        var picked = (request.Cookies[Cookie] ?? "").Split('.');
        var wanted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString()).ToList();
        var country = Known(settings.Countries, picked.ElementAtOrDefault(0))
            ?? wanted.Select(tag => Known(settings.Countries, tag.Split('-').ElementAtOrDefault(1))).FirstOrDefault(c => c is not null)
            ?? settings.Countries[0];
        var currency = Known(settings.Currencies, picked.ElementAtOrDefault(1)) ?? CurrencyOf(country, settings);
        var locale = Pseudo(request, allowPseudo)
            ?? Known(settings.Locales, picked.ElementAtOrDefault(2))
            ?? wanted.Select(tag => ByLanguage(settings.Locales, tag)).FirstOrDefault(l => l is not null)
            ?? settings.Locales[0];
        return new Kernel.Tenancy.Market(country, currency, locale);
    }

    /// <summary>The country's own currency where the platform sells in it, else the platform's first.</summary>
    public static string CurrencyOf(string country, PlatformSettings settings) =>
        Known(settings.Currencies, new RegionInfo(country).ISOCurrencySymbol) ?? settings.Currencies[0];

    /// <summary>Words in the locale's language, numbers and dates as that language writes them in the country.</summary>
    public static (CultureInfo Culture, CultureInfo Words) CulturesOf(Kernel.Tenancy.Market market)
    {
        if (market.Locale == PseudoWords.Locale)
            return (CultureInfo.GetCultureInfo("en-GB"), CultureInfo.GetCultureInfo(PseudoWords.Locale));
        var words = CultureInfo.GetCultureInfo(market.Locale);
        return (Cultures.GetOrAdd(words.IsNeutralCulture ? $"{market.Locale}-{market.Country}" : market.Locale, OneSeparator), words);
    }

    /// <summary>English in the Netherlands would write €4.80 beside 4,8 stars: figures follow prices.</summary>
    private static CultureInfo OneSeparator(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        var figures = culture.NumberFormat;
        figures.NumberDecimalSeparator = figures.PercentDecimalSeparator = figures.CurrencyDecimalSeparator;
        figures.NumberGroupSeparator = figures.PercentGroupSeparator = figures.CurrencyGroupSeparator;
        return CultureInfo.ReadOnly(culture);
    }

    public static string? Known(IEnumerable<string> all, string? value) =>
        all.FirstOrDefault(one => one.Equals(value, StringComparison.OrdinalIgnoreCase));

    private static string? ByLanguage(IReadOnlyList<string> locales, string tag) =>
        Known(locales, tag) ?? locales.FirstOrDefault(
            locale => locale.Split('-')[0].Equals(tag.Split('-')[0], StringComparison.OrdinalIgnoreCase));

    private static string? Pseudo(HttpRequest request, bool allowed) =>
        allowed && request.Query["culture"] == PseudoWords.Locale ? PseudoWords.Locale : null;
}
